package kz.esep.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import kz.esep.findings.Finding;
import kz.esep.language.Sentence;
import kz.esep.language.Speech;

/// Says things to the person at the terminal, in their language.
///
/// @param terminal a person watches: lines may be written over
/// @param listener hears every complaint too
record Console(
        Speech speech,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Consumer<String> listener) {

    Console(Speech speech, PrintWriter out, PrintWriter err, boolean terminal) {
        this(speech, out, err, terminal, _ -> {});
    }

    /// The same, overheard.
    Console with(Consumer<String> another) {
        return new Console(speech, out, err, terminal, listener.andThen(another));
    }

    void say(String key, Map<String, ?> arguments) {
        out.println(speech.say(key, arguments));
        out.flush();
    }

    void say(String key) {
        say(key, Map.of());
    }

    /// Below a heading.
    void indent(Sentence sentence) {
        out.println("  " + speech.say(sentence));
    }

    void line() {
        out.println();
    }

    void complain(String key, Map<String, ?> arguments) {
        String said = speech.say(key, arguments);
        out.flush();
        err.println(said);
        err.flush();
        listener.accept(said);
    }

    void complain(Sentence sentence) {
        complain(sentence.key(), sentence.arguments());
    }

    String moment(Instant instant, ZoneId zone) {
        return speech.formats().numeric(LocalDateTime.ofInstant(instant, zone));
    }

    /// Another process runs the job: which, where, since when.
    void busy(long process, String machine, Instant since, ZoneId zone) {
        complain(
                "cli.report.busy",
                Map.of(
                        "process",
                        Long.toString(process),
                        "machine",
                        machine.isEmpty() ? "—" : machine,
                        "since",
                        speech.formats().exact(LocalDateTime.ofInstant(since, zone))));
    }

    /// The ministry's data has errors: all of them, and that nothing was run.
    void refuse(Collection<Finding> findings) {
        findings.forEach(this::complain);
        complain("cli.data-in-error", Map.of("count", findings.size()));
    }

    /// One finding: where, what, what was found, what is expected.
    void complain(Finding finding) {
        String code = "finding." + finding.code().key();
        complain(
                "cli.finding",
                Map.of(
                        "severity",
                                speech.say(
                                        "severity."
                                                + finding.severity()
                                                        .name()
                                                        .toLowerCase(Locale.ROOT)),
                        "place", finding.place().toString(),
                        "what", speech.say(code + ".what", finding.arguments())));
        if (!finding.found().isEmpty()) {
            complain("cli.found", Map.of("found", finding.found()));
        }
        complain(
                "cli.expected",
                Map.of("expected", speech.say(code + ".expected", finding.arguments())));
    }
}
