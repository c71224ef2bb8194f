package kz.esep.plan;

import java.util.Optional;
import java.util.function.Function;
import kz.esep.language.Bilingual;

/// One redaction's law in the words of two: an amendment may come into force in one language before
/// the other, or change one of them only.
///
/// What has no words in a language's own redaction has those of the redaction that brought it.
record Wording(Redaction law, Redaction kk, Redaction ru) {

    Redaction text() {
        if (kk.equals(law) && ru.equals(law)) {
            return law;
        }
        return new Redaction(
                law.plan(),
                law.id(),
                new Bilingual(kk.title().kk(), ru.title().ru()),
                law.act(),
                law.amends(),
                kk.kk().or(law::kk),
                ru.ru().or(law::ru),
                new Bilingual(kk.inForceNote().kk(), ru.inForceNote().ru()),
                law.firstYear(),
                law.lastYear(),
                law.controlFrom(),
                law.cadence(),
                law.dayOff(),
                law.letterCounts(),
                law.cycles(),
                law.titles().stream().map(this::title).toList(),
                law.sections().stream().map(this::section).toList(),
                law.measures().stream().map(this::measure).toList(),
                law.parameters(),
                law.numbering());
    }

    private Redaction.ReportTitle title(Redaction.ReportTitle own) {
        return new Redaction.ReportTitle(
                own.id(),
                own.recipient(),
                words(own, plan -> find(plan, own.id()), Redaction.ReportTitle::title));
    }

    private static Optional<Redaction.ReportTitle> find(Redaction plan, String id) {
        return plan.titles().stream().filter(title -> title.id().equals(id)).findFirst();
    }

    private Section section(Section own) {
        return new Section(
                own.number(),
                own.marker(),
                words(
                        own,
                        plan ->
                                plan.sections().stream()
                                        .filter(other -> other.number() == own.number())
                                        .findFirst(),
                        Section::title));
    }

    private Measure measure(Measure own) {
        Function<Redaction, Optional<Measure>> in =
                plan -> law.numbering().there(plan.id(), own.number()).flatMap(plan::measure);
        return new Measure(
                own.number(),
                own.section(),
                words(own, in, Measure::title),
                own.form()
                        .map(form ->
                                new CompletionForm(
                                        form.kind(),
                                        words(
                                                form,
                                                plan -> in.apply(plan).flatMap(Measure::form),
                                                CompletionForm::text))),
                own.executors().stream().map(executor -> executor(executor, in)).toList(),
                words(own, in, Measure::executorsText),
                own.deadline(),
                words(own, in, Measure::deadlineText),
                own.cost()
                        .map(cost ->
                                new Measure.Cost(
                                        cost.allotted(),
                                        words(
                                                cost,
                                                plan -> in.apply(plan).flatMap(Measure::cost),
                                                Measure.Cost::text))),
                own.programme()
                        .map(programme ->
                                new Measure.BudgetProgramme(
                                        programme.number(),
                                        programme.administrator(),
                                        programme.administratorNamed(),
                                        words(
                                                programme,
                                                plan -> in.apply(plan).flatMap(Measure::programme),
                                                Measure.BudgetProgramme::text))),
                own.indicator().map(indicator -> indicator(indicator, in)),
                own.aggregation(),
                own.notes(),
                own.incomplete(),
                own.origin());
    }

    private Executor executor(Executor own, Function<Redaction, Optional<Measure>> measure) {
        Function<Redaction, Optional<Executor>> in =
                plan ->
                        measure.apply(plan).stream()
                                .flatMap(other -> other.executors().stream())
                                .filter(other -> other.agency().equals(own.agency()))
                                .findFirst();
        return new Executor(
                own.agency(),
                own.role(),
                words(own, in, Executor::asPrinted),
                words(own, in, Executor::remark));
    }

    private Indicator indicator(Indicator own, Function<Redaction, Optional<Measure>> measure) {
        Function<Redaction, Optional<Indicator>> in =
                plan -> measure.apply(plan).flatMap(Measure::indicator);
        return new Indicator(
                words(own, in, Indicator::text),
                words(own, in, Indicator::label),
                own.unit(),
                own.direction(),
                own.accumulation(),
                own.targets());
    }

    private <T> Bilingual words(
            T own, Function<Redaction, Optional<T>> in, Function<T, Bilingual> text) {
        return new Bilingual(
                text.apply(in.apply(kk).orElse(own)).kk(),
                text.apply(in.apply(ru).orElse(own)).ru());
    }
}
