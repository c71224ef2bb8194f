package kz.esep.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.job.Desk;
import kz.esep.job.MinistryData;
import kz.esep.plan.Plan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `--plan`, for commands that work on one plan.
final class PlanOption {

    @Option(names = "--plan", paramLabel = "PLAN")
    @Nullable String plan;

    Optional<String> plan() {
        return Optional.ofNullable(plan);
    }

    /// The desk with the asked plan on it; with the default one where none is asked.
    Desk open(Desk desk, CommandLine line) {
        return desk.with(find(desk.data(), line).id()).orElseThrow();
    }

    Plan find(MinistryData data, CommandLine line) {
        List<Plan> known = data.plans().plans();
        return plan().map(id ->
                        data.plans()
                                .plan(id)
                                .orElseThrow(() ->
                                        unknown(id, known.stream().map(Plan::id).toList(), line)))
                .orElseGet(data.plans()::defaultPlan);
    }

    static WrongValue unknown(String id, List<String> known, CommandLine line) {
        return new WrongValue(
                line, "cli.usage.plan", Map.of("found", id, "known", String.join(", ", known)));
    }
}
