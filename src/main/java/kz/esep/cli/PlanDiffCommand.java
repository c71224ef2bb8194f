package kz.esep.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import kz.esep.job.Home;
import kz.esep.job.MinistryData;
import kz.esep.language.Language;
import kz.esep.plan.Plan;
import kz.esep.plan.PlanChanges;
import kz.esep.plan.Redaction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `esep plan diff`: what one redaction changed in another, word by word, in both languages.
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class PlanDiffCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;

    @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

    @Mixin PlanOption plan = new PlanOption();

    @Parameters(index = "0", paramLabel = "BEFORE", descriptionKey = "before")
    String before = "";

    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "after")
    String after = "";

    PlanDiffCommand(Console console, Home home) {
        this.console = console;
        this.home = home;
    }

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Plan chosen = plan.find(MinistryData.load(home), line);
        PlanChanges changes =
                PlanChanges.between(
                        redaction(chosen, before, line), redaction(chosen, after, line));
        console.say(
                changes.rows().isEmpty() ? "cli.diff.none" : "cli.diff.heading",
                Map.of(
                        "plan",
                        chosen.newest().title(),
                        "before",
                        changes.before().id(),
                        "after",
                        changes.after().id()));
        changes.rows().forEach(this::row);
        return ExitCode.OK.number();
    }

    private static Redaction redaction(Plan plan, String id, CommandLine line) {
        return plan.redaction(id)
                .orElseThrow(() ->
                        new WrongValue(
                                line,
                                "cli.usage.redaction",
                                Map.of(
                                        "found",
                                        id,
                                        "known",
                                        plan.redactions().stream()
                                                .map(Redaction::id)
                                                .collect(Collectors.joining(", ")))));
    }

    private void row(PlanChanges.Row row) {
        console.line();
        console.say(
                "cli.diff." + row.kind().name().toLowerCase(Locale.ROOT),
                Map.of(
                        "is", row.is().orElse(0),
                        "was", row.was().orElse(0),
                        "renumbered", Boolean.toString(row.renumbered()),
                        "title", row.title()));
        for (PlanChanges.Change change : row.fields()) {
            for (Language language : List.of(Language.KK, Language.RU)) {
                change.in(language).ifPresent(words -> reworded(change.field(), language, words));
            }
        }
    }

    private void reworded(PlanChanges.Field field, Language language, PlanChanges.Rewording words) {
        console.say(
                "cli.diff.field",
                Map.of(
                        "field",
                        console.speech().say("plan.field." + field.name().toLowerCase(Locale.ROOT)),
                        "language",
                        language.tag(),
                        "before",
                        marked(words.before(), "[-", "-]"),
                        "after",
                        marked(words.after(), "[+", "+]")));
    }

    private static String marked(List<PlanChanges.Piece> pieces, String open, String close) {
        return pieces.isEmpty()
                ? "–"
                : pieces.stream()
                        .map(piece ->
                                piece.changed()
                                        ? open + piece.text().stripTrailing() + close + " "
                                        : piece.text())
                        .collect(Collectors.joining())
                        .replace('\n', ' ')
                        .strip();
    }
}
