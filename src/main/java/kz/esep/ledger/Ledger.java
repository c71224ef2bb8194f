package kz.esep.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.intake.Admission;
import kz.esep.intake.Received;
import kz.esep.plan.Period;

/// What the ledger's lines say, up to one of them.
public record Ledger(List<Line> lines) {

    public Ledger {
        lines = List.copyOf(lines);
    }

    /// Every file received, each with the time and the sender that the latest line gives it, by
    /// line.
    public List<Received> files() {
        Map<Long, Admission> admissions = new HashMap<>();
        entries(Entry.Admitted.class).forEach(word -> admissions.put(word.of(), word.admission()));
        Map<Long, Entry.Registered> journal = new HashMap<>();
        entries(Entry.Registered.class).forEach(entry -> journal.put(entry.of(), entry));
        return lines.stream()
                .filter(line -> line.entry() instanceof Entry.Arrived)
                .map(line -> {
                    Entry.Arrived file = (Entry.Arrived) line.entry();
                    Optional<Entry.Registered> later =
                            Optional.ofNullable(journal.get(line.number()));
                    return new Received(
                            line.number(),
                            Shown.name(file.path()),
                            file.folder(),
                            file.sha256(),
                            file.bytes(),
                            later.map(Entry.Registered::at).orElse(file.at()),
                            later.isPresent() ? Received.Source.INCOMING_REGISTER : file.source(),
                            later.map(Entry.Registered::incomingNumber)
                                    .orElse(file.incomingNumber()),
                            Optional.ofNullable(admissions.get(line.number())));
                })
                .toList();
    }

    /// What was known when a line was the last one.
    public Ledger upTo(long line) {
        return new Ledger(lines.subList(0, Math.toIntExact(line)));
    }

    /// The hash of a line; empty if there is none of this number. Line 0 stands before all others.
    public Optional<String> hash(long line) {
        if (line == 0) {
            return Optional.of("");
        }
        return line > 0 && line <= lines.size()
                ? Optional.of(lines.get(Math.toIntExact(line) - 1).hash())
                : Optional.empty();
    }

    /// SHA-256 of the ministry's own data, by path.
    public SortedMap<String, String> recorded() {
        SortedMap<String, String> recorded = new TreeMap<>();
        entries(Entry.Recorded.class).forEach(data -> recorded.put(data.path(), data.sha256()));
        recorded.values().removeIf(String::isEmpty);
        return recorded;
    }

    /// How a file lay in the inbox.
    ///
    /// @param line that recorded it
    Entry.Arrived arrived(long line) {
        return (Entry.Arrived) lines.get(Math.toIntExact(line) - 1).entry();
    }

    /// The last line that brought something in; issues and signatures do not count, so that issuing
    /// a report twice quotes the same line. Empty while nothing was ever received.
    public Optional<Line> head() {
        return lines.reversed().stream()
                .filter(line ->
                        !(line.entry() instanceof Entry.Issued)
                                && !(line.entry() instanceof Entry.Signed))
                .findFirst();
    }

    /// The issue's number: that of the same fingerprint, else the next one of the plan's period.
    public int issueNumber(String plan, Period period, String fingerprint) {
        List<Entry.Issued> issues = issues(plan, period);
        return issues.stream()
                .filter(issue -> issue.fingerprint().equals(fingerprint))
                .map(Entry.Issued::number)
                .findFirst()
                .orElseGet(
                        () -> issues.stream().mapToInt(Entry.Issued::number).max().orElse(0) + 1);
    }

    /// Every issue of every plan and period, oldest first; one that came out otherwise when it was
    /// made again stands there twice.
    public List<Entry.Issued> issues() {
        return entries(Entry.Issued.class).toList();
    }

    /// The issues of a plan's period, oldest first.
    public List<Entry.Issued> issues(String plan, Period period) {
        return entries(Entry.Issued.class)
                .filter(issue -> issue.plan().equals(plan) || issue.plan().isEmpty())
                .filter(issue -> issue.period().equals(period))
                .toList();
    }

    private <E extends Entry> Stream<E> entries(Class<E> kind) {
        return lines.stream().map(Line::entry).filter(kind::isInstance).map(kind::cast);
    }

    /// How a head is quoted: `41:9f86d081884c`, or `0` for the empty ledger.
    public String quotedHead() {
        return head().map(line -> line.number() + ":" + line.hash().substring(0, 12)).orElse("0");
    }

    /// The file whose line this is.
    public Received file(long line) {
        return files().stream()
                .filter(file -> file.line() == line)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("Line " + line + " of the ledger is no file"));
    }

    String lastHash() {
        return lines.isEmpty() ? Line.NO_LINE_BEFORE : lines.getLast().hash();
    }
}
