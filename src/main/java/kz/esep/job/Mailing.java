package kz.esep.job;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.esep.agency.Agency;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.plan.Period;
import kz.esep.plan.Plan;
import kz.esep.publish.Issues;
import kz.esep.publish.Letter;
import kz.esep.publish.MailJournal;
import kz.esep.publish.Manifest;
import kz.esep.publish.Postman;
import kz.esep.render.CoveringNotes;
import kz.esep.report.CoveringNote;
import kz.esep.report.Receipt;

/// Brings each agency its own documents by mail, and nobody else's.
///
/// A letter stands in the journal before it is handed over. Where the journal does not say what
/// became of it, nobody knows: such a letter is shown and not sent again, unless the operator says
/// so. One that the server refused is sent again by the next run.
public final class Mailing {

    private final Home home;
    private final Clock clock;
    private final Order order;
    private final MailJournal journal;

    Mailing(Home home, Clock clock, Order order) {
        this.home = home;
        this.clock = clock;
        this.order = order;
        this.journal = new MailJournal(home.mailJournal());
    }

    public static Mailing of(Home home, Order order) {
        return new Mailing(home, Clock.systemUTC(), order);
    }

    /// What is sent, in this order.
    public enum Kind {
        RECEIPTS,
        REPORTS,
        REMINDERS;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param plan empty: the default plan
    /// @param agencies ids; empty: all
    /// @param again ids of letters that are sent whatever became of them before, and no others;
    ///   empty: all that were not sent
    /// @param arrived ids of letters in doubt of which the operator knows that they arrived;
    ///   nothing is sent then
    public record Order(
            Optional<String> plan,
            Period period,
            SortedSet<Kind> kinds,
            Set<String> agencies,
            Set<String> again,
            Set<String> arrived,
            boolean dryRun) {
        public Order {
            kinds = new TreeSet<>(kinds);
            agencies = Set.copyOf(agencies);
            again = Set.copyOf(again);
            arrived = Set.copyOf(arrived);
        }

        /// Letters that the operator speaks of.
        Set<String> named() {
            return Stream.concat(again.stream(), arrived.stream()).collect(Collectors.toSet());
        }
    }

    /// What became, or would become, of a letter.
    public enum State {
        WOULD_SEND,
        SENT,
        SENT_BEFORE,
        REFUSED,
        IN_DOUBT,
        NO_ADDRESS;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One letter, for a person to read.
    ///
    /// @param said what the server answered
    public record News(State state, Kind kind, String id, Letter letter, String said) {}

    /// How the mailing ended.
    public sealed interface Result {

        /// @param unanswered files that have no receipt yet
        record Done(Map<State, Integer> counts, int unanswered) implements Result {
            public Done {
                counts = Map.copyOf(counts);
            }

            public int count(State state) {
                return counts.getOrDefault(state, 0);
            }
        }

        /// @param left letters that were not sent
        record Unreachable(String problem, int left) implements Result {}

        /// No mail server is set.
        record NoServer() implements Result {}

        /// There is no issue of the period, or it is not what its manifest says.
        record NoIssue() implements Result {}

        /// The ministry has no such plan.
        record UnknownPlan(List<String> known) implements Result {
            public UnknownPlan {
                known = List.copyOf(known);
            }
        }

        /// No letter of this mailing has the number.
        record UnknownLetter(String id) implements Result {}

        /// Somebody else sends mail.
        record Locked(long process, String machine, Instant since) implements Result {}

        /// The journal was tampered with.
        record JournalBroken(int line) implements Result {}
    }

    /// @param news hears of each letter
    /// @throws DataInError if the ministry's data has errors
    public Result run(Consumer<News> news) throws IOException {
        boolean sends = !order.dryRun() && order.arrived().isEmpty();
        if (sends && home.settings().mail().host().isEmpty()) {
            return new Result.NoServer();
        }
        try {
            Turn.Work<Result> work = guard -> alone(news, guard);
            return order.dryRun()
                    ? Turn.MAIL.looking(home, clock, Mailing::locked, work)
                    : Turn.MAIL.alone(home, clock, Mailing::locked, work);
        } catch (MailJournal.Broken e) {
            return new Result.JournalBroken(e.line());
        }
    }

    private static Result locked(RunLock.Holder other) {
        return new Result.Locked(other.process(), other.machine(), other.since());
    }

    private Result alone(Consumer<News> news, RunGuard guard) throws IOException {
        MinistryData data = MinistryData.load(home);
        Optional<Plan> plan =
                order.plan()
                        .map(data.plans()::plan)
                        .orElseGet(() -> Optional.of(data.plans().defaultPlan()));
        if (plan.isEmpty()) {
            return new Result.UnknownPlan(data.plans().plans().stream().map(Plan::id).toList());
        }
        Content content = new Content(data, plan.get());
        if (order.kinds().contains(Kind.RECEIPTS)) {
            content.receipts();
        }
        if (order.kinds().contains(Kind.REPORTS) || order.kinds().contains(Kind.REMINDERS)) {
            Issues issues =
                    home.issues(
                            plan.get().equals(data.plans().defaultPlan()) ? "" : plan.get().id());
            Optional<Manifest> manifest = published(issues);
            if (manifest.isEmpty()) {
                return new Result.NoIssue();
            }
            content.issue(issues.folder(order.period(), manifest.get().issue()), manifest.get());
        }
        return hand(content, news, guard);
    }

    private Optional<Manifest> published(Issues issues) throws IOException {
        Optional<Manifest> shown = Manifest.in(issues.published(order.period()));
        return shown.isPresent()
                ? issues.intact(order.period(), shown.get().issue())
                : Optional.empty();
    }

    private Result hand(Content content, Consumer<News> news, RunGuard guard) throws IOException {
        Map<String, MailJournal.Entry> before = journal.letters();
        List<News> letters = new ArrayList<>();
        for (Composed composed : content.letters) {
            String id = composed.letter().id();
            letters.add(
                    new News(
                            state(composed.letter(), Optional.ofNullable(before.get(id))),
                            composed.kind(),
                            id,
                            composed.letter(),
                            Optional.ofNullable(before.get(id))
                                    .map(MailJournal.Entry::said)
                                    .orElse("")));
        }
        for (String wanted : order.named()) {
            if (letters.stream().noneMatch(letter -> letter.id().equals(wanted))) {
                return new Result.UnknownLetter(wanted);
            }
        }
        if (!order.arrived().isEmpty()) {
            return confirm(letters, news);
        }
        return order.dryRun()
                ? tell(letters, content.unanswered, news)
                : send(letters, content.unanswered, news, guard);
    }

    /// As things stand, before this mailing.
    private State state(Letter letter, Optional<MailJournal.Entry> last) throws IOException {
        if (letter.to().isEmpty()) {
            return State.NO_ADDRESS;
        }
        if (order.again().contains(letter.id())) {
            return State.WOULD_SEND;
        }
        return last.map(entry ->
                        switch (entry.event()) {
                            case SENDING -> State.IN_DOUBT;
                            case ACCEPTED, CONFIRMED -> State.SENT_BEFORE;
                            case REFUSED -> State.WOULD_SEND;
                        })
                .orElse(State.WOULD_SEND);
    }

    private boolean isMeant(News letter) {
        return order.again().isEmpty() || order.again().contains(letter.id());
    }

    private Result confirm(List<News> letters, Consumer<News> news) throws IOException {
        List<News> done = new ArrayList<>();
        for (News letter : letters) {
            if (order.arrived().contains(letter.id())) {
                News now = letter;
                if (letter.state() == State.IN_DOUBT) {
                    journal.append(entry(letter, MailJournal.Event.CONFIRMED, ""));
                    now = told(letter, State.SENT_BEFORE, "");
                }
                news.accept(now);
                done.add(now);
            }
        }
        return new Result.Done(counts(done), 0);
    }

    private Result tell(List<News> letters, int unanswered, Consumer<News> news) {
        List<News> meant = letters.stream().filter(this::isMeant).toList();
        meant.forEach(news);
        return new Result.Done(counts(meant), unanswered);
    }

    private Result send(List<News> letters, int unanswered, Consumer<News> news, RunGuard guard)
            throws IOException {
        List<News> done = new ArrayList<>();
        try (Postman postman = new Postman(home.settings().mail().in(home.root()))) {
            for (News letter : letters.stream().filter(this::isMeant).toList()) {
                News now = letter;
                if (letter.state() == State.WOULD_SEND) {
                    try {
                        postman.connect();
                    } catch (MessagingException e) {
                        return new Result.Unreachable(
                                String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "),
                                left(letters, done));
                    }
                    guard.check();
                    now = send(letter, postman);
                }
                news.accept(now);
                done.add(now);
            }
        }
        return new Result.Done(counts(done), unanswered);
    }

    private int left(List<News> letters, List<News> done) {
        return Math.toIntExact(
                letters.stream()
                                .filter(this::isMeant)
                                .filter(letter -> letter.state() == State.WOULD_SEND)
                                .count()
                        - done.stream()
                                .filter(letter ->
                                        letter.state() == State.SENT
                                                || letter.state() == State.REFUSED)
                                .count());
    }

    private News send(News letter, Postman postman) throws IOException {
        journal.append(entry(letter, MailJournal.Event.SENDING, ""));
        Postman.Outcome outcome;
        try {
            outcome = postman.send(letter.letter(), clock.instant());
        } catch (MessagingException e) {
            // before anything went to the server: an address that cannot be one
            outcome = new Postman.Outcome.Refused(String.valueOf(e.getMessage()));
        }
        return switch (outcome) {
            case Postman.Outcome.Accepted(String said) -> {
                journal.append(entry(letter, MailJournal.Event.ACCEPTED, said));
                yield told(letter, State.SENT, said);
            }
            case Postman.Outcome.Refused(String said) -> {
                journal.append(entry(letter, MailJournal.Event.REFUSED, said));
                yield told(letter, State.REFUSED, said);
            }
            case Postman.Outcome.InDoubt(String said) -> told(letter, State.IN_DOUBT, said);
        };
    }

    private static News told(News letter, State state, String said) {
        return new News(state, letter.kind(), letter.id(), letter.letter(), said);
    }

    private MailJournal.Entry entry(News letter, MailJournal.Event event, String said)
            throws IOException {
        return new MailJournal.Entry(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                event,
                letter.id(),
                letter.letter().about(),
                letter.letter().agency(),
                letter.letter().to(),
                said,
                letter.letter().hashes());
    }

    private static Map<State, Integer> counts(Collection<News> letters) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        letters.forEach(letter -> counts.merge(letter.state(), 1, Integer::sum));
        return counts;
    }

    private record Composed(Kind kind, Letter letter) {}

    /// The letters of this mailing, by kind and agency.
    private final class Content {

        private final MinistryData data;
        private final Plan plan;
        private final CoveringNotes notes = new CoveringNotes(home.templates());
        private final List<Composed> letters = new ArrayList<>();
        private int unanswered;

        Content(MinistryData data, Plan plan) {
            this.data = data;
            this.plan = plan;
        }

        /// Reports and reminders of an issue, each from the place that bears the agency's id.
        void issue(Path folder, Manifest manifest) throws IOException {
            for (Agency agency : agencies()) {
                add(Kind.REPORTS, agency, "agencies/", "report", folder, manifest);
            }
            for (Agency agency : agencies()) {
                add(Kind.REMINDERS, agency, "reminders/", "reminder", folder, manifest);
            }
        }

        private List<Agency> agencies() {
            return data.register().agencies().stream()
                    .filter(agency ->
                            order.agencies().isEmpty() || order.agencies().contains(agency.id()))
                    .toList();
        }

        private void add(
                Kind kind, Agency agency, String shelf, String name, Path folder, Manifest issue)
                throws IOException {
            if (!order.kinds().contains(kind)) {
                return;
            }
            SortedMap<String, Path> attachments = new TreeMap<>();
            for (String language : List.of("kk", "ru")) {
                for (String ending : List.of("pdf", "xlsx")) {
                    String path = language + "/" + shelf + agency.id() + "." + ending;
                    if (issue.outputs().containsKey(path)) {
                        attachments.put(
                                "%s_%s_%s_%s.%s"
                                        .formatted(
                                                order.period(),
                                                agency.id(),
                                                name,
                                                language,
                                                ending),
                                folder.resolve(path));
                    }
                }
            }
            if (!attachments.isEmpty()) {
                compose(kind, agency, issue.issue(), "", issue.demonstration(), attachments);
            }
        }

        /// The answers to files for the period, and to those that say no period and came in the
        /// time in which it is reported on.
        void receipts() throws IOException {
            Desk desk = Desk.open(home).with(plan.id()).orElseThrow();
            Answers answers = new Answers(desk, new OfficialPapers(home));
            for (FileOutcome outcome : desk.outcomes()) {
                Optional<Agency> owner =
                        data.register()
                                .find(Receipt.owner(outcome))
                                .filter(agency -> agencies().contains(agency));
                if (owner.isEmpty() || !concerns(outcome)) {
                    continue;
                }
                Path folder = answers.folder(outcome);
                if (!Files.exists(folder.resolve(Answers.LAST))) {
                    unanswered++;
                    continue;
                }
                SortedMap<String, Path> attachments = new TreeMap<>();
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(each -> !each.getFileName().toString().startsWith("."))
                            .forEach(each ->
                                    attachments.put(
                                            order.period()
                                                    + "_"
                                                    + owner.get().id()
                                                    + "_"
                                                    + each.getFileName(),
                                            each));
                }
                compose(
                        Kind.RECEIPTS,
                        owner.get(),
                        0,
                        outcome.received().path(),
                        isDemonstration(outcome),
                        attachments);
            }
        }

        private boolean concerns(FileOutcome outcome) {
            LocalDate received =
                    LocalDate.ofInstant(outcome.received().at(), home.settings().zone());
            return outcome.submission()
                    .map(submission ->
                            submission.plan().equals(plan.id())
                                    && order.period().holds(submission.period()))
                    .orElseGet(() ->
                            order.period().lastDay().isBefore(received)
                                    && !received.isAfter(
                                            Period.of(
                                                            order.period().lastDay().plusDays(1),
                                                            order.period().cadence())
                                                    .lastDay()));
        }

        private static boolean isDemonstration(FileOutcome outcome) {
            return outcome.submission()
                    .map(Submission::seal)
                    .filter(seal -> seal == SealVerdict.DEMONSTRATION)
                    .isPresent();
        }

        private void compose(
                Kind kind,
                Agency agency,
                int issue,
                String file,
                boolean demonstration,
                SortedMap<String, Path> attachments) {
            CoveringNote note =
                    new CoveringNote(
                            kind.key(),
                            data.register().get(data.register().ministry()).name(),
                            agency.name(),
                            plan.inForce(order.period())
                                    .orElseGet(() -> plan.redactions().getLast())
                                    .title(),
                            order.period(),
                            issue,
                            file,
                            List.copyOf(attachments.keySet()),
                            demonstration);
            letters.add(
                    new Composed(
                            kind,
                            new Letter(
                                    kind.key() + " " + plan.id() + " " + order.period(),
                                    agency.id(),
                                    agency.mail(),
                                    notes.subject(note),
                                    notes.text(note),
                                    notes.html(note),
                                    attachments)));
        }
    }
}
