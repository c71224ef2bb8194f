package kz.esep.plan;

import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;

/// A numbered row of the plan.
///
/// @param title line items on lines of their own
/// @param form empty where the source is cut off
/// @param executors in the plan's order
/// @param executorsText the plan's own cell
/// @param deadline empty where the source is cut off
/// @param aggregation only where it differs from the default of the completion kind
/// @param notes slips and contradictions of the source, explained
/// @param incomplete the source is cut off: shown and never scored
/// @param origin where the measure stood in the redaction before
public record Measure(
        int number,
        int section,
        Bilingual title,
        Optional<CompletionForm> form,
        List<Executor> executors,
        Bilingual executorsText,
        Optional<Deadline> deadline,
        Bilingual deadlineText,
        Optional<Cost> cost,
        Optional<BudgetProgramme> programme,
        Optional<Indicator> indicator,
        Optional<AggregationPolicy> aggregation,
        List<Bilingual> notes,
        boolean incomplete,
        Origin origin) {

    public Measure {
        executors = List.copyOf(executors);
        notes = List.copyOf(notes);
    }

    /// Where a measure stood in the redaction before.
    public sealed interface Origin {

        /// Under the same number, or there is no redaction before.
        record Kept() implements Origin {}

        /// Under another number.
        record Was(int number) implements Origin {}

        /// Nowhere, even if another measure had its number.
        record New() implements Origin {}
    }

    /// Whether money is provided for the measure.
    public record Cost(boolean allotted, Bilingual text) {}

    /// The budget programme that pays. A number alone is no key: 067 stands for two programmes.
    ///
    /// @param administrator the register's id
    /// @param administratorNamed the plan's cell itself names the administrator
    public record BudgetProgramme(
            String number, String administrator, boolean administratorNamed, Bilingual text) {}

    /// Rule A1: whose status is the measure's.
    public enum AggregationPolicy {
        /// The lead's status counts.
        LEAD,
        /// Every unit counts.
        ALL,
        /// One done unit is enough.
        ANY
    }

    /// Whether its indicator counts things, so that a value is no percentage.
    public boolean countsThings() {
        return indicator.filter(it -> it.unit() == Indicator.Unit.NUMBER).isPresent();
    }

    /// The policy of rule A1: the measure's own, else that of its completion kind.
    public AggregationPolicy policy() {
        return aggregation.orElseGet(() ->
                form.map(known ->
                                switch (known.kind()) {
                                    case DOCUMENT, PROPOSALS -> AggregationPolicy.LEAD;
                                    case INFORMATION, STATISTICS -> AggregationPolicy.ALL;
                                })
                        .orElse(AggregationPolicy.ALL));
    }
}
