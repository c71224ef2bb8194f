package kz.esep.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.ledger.Archive;
import kz.esep.ledger.Inbox;
import kz.esep.ledger.IncomingRegister;
import kz.esep.ledger.Ledger;
import kz.esep.ledger.LedgerBroken;
import kz.esep.ledger.LedgerFile;
import kz.esep.ledger.Records;
import kz.esep.ledger.StockTaking;
import kz.esep.ledger.TakenFiles;
import kz.esep.publish.Manifest;
import kz.esep.settings.InboxSettings;

/// What lies on a desk, whichever plan is worked on: what is known as of a line of the ledger.
///
/// @param home with the ministry's data and the templates of that time
/// @param ledger up to that line
/// @param allIssues the ledger that knows every issue, also those after that line
/// @param like the manifest of the issue that is to be made again
/// @param remarks files in the inbox that could not be taken this time
/// @param files that the ledger names up to that line
record Known(
        Home home,
        MinistryData data,
        Ledger ledger,
        Ledger allIssues,
        Optional<Manifest> like,
        List<Finding> remarks,
        ReceivedFiles files) {

    Known {
        remarks = List.copyOf(remarks);
    }

    /// @param clock says when a file was first seen that the chancellery's journal does not name
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Known by(Knowledge knowledge, Home home, Clock clock, Workbooks.Opening opening)
            throws IOException {
        try {
            return switch (knowledge) {
                case Knowledge.Today() -> today(_ -> true, home, clock, opening);
                case Knowledge.UpTo(long line) -> upTo(line, home, opening);
                case Knowledge.Like(Path manifest) -> like(manifest, home, opening);
            };
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    /// Today's, with only a part of the inbox taken.
    ///
    /// @param wanted what is to be taken this time
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Known taking(
            Predicate<Inbox.Lying> wanted, Home home, Clock clock, Workbooks.Opening opening)
            throws IOException {
        try {
            return today(wanted, home, clock, opening);
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    /// What another process knows that holds the run's lock: nothing is taken in.
    ///
    /// @throws DataInError if the data has errors, or ledger or archive were tampered with
    static Known beside(Home home, Workbooks.Opening opening) throws IOException {
        try {
            Ledger ledger = new LedgerFile(home.ledger()).read();
            return past(home, opening, ledger, ledger, Optional.empty());
        } catch (LedgerBroken e) {
            throw broken(home, e);
        }
    }

    private static DataInError broken(Home home, LedgerBroken e) {
        return inError(
                FindingCode.LEDGER_BROKEN,
                Place.line(home.ledger().getFileName().toString(), Math.toIntExact(e.line())),
                Map.of("line", e.line()));
    }

    private static Known today(
            Predicate<Inbox.Lying> wanted, Home home, Clock clock, Workbooks.Opening opening)
            throws IOException {
        MinistryData data = MinistryData.load(home);
        IncomingRegister journal =
                MinistryData.value(
                        IncomingRegister.read(home.incomingRegister(), home.settings().zone()));
        Archive archive = new Archive(home.archive());
        LedgerFile ledger = new LedgerFile(home.ledger());
        new Records(archive, ledger).keep(Inputs.data(home));
        InboxSettings inbox = home.settings().inbox();
        StockTaking taking = new StockTaking(archive, ledger, clock, inbox.quiet());
        Readers readers = new Readers(home);
        StockTaking.Stock stock =
                readers.together(() -> taking.take(home.inbox(), journal, wanted));
        if (inbox.mode() == InboxSettings.Mode.MOVE) {
            stock = stock.with(new TakenFiles(home.taken()).move(stock.taken()));
        }
        return new Known(
                home,
                data,
                stock.ledger(),
                stock.ledger(),
                Optional.empty(),
                stock.findings(),
                new ReceivedFiles(home, stock.ledger(), opening.open(home, data), readers));
    }

    private static Known upTo(long line, Home home, Workbooks.Opening opening) throws IOException {
        Ledger whole = new LedgerFile(home.ledger()).read();
        if (line < 1 || whole.hash(line).isEmpty()) {
            throw inError(
                    FindingCode.LEDGER_LINE_UNKNOWN,
                    Place.file(home.ledger().getFileName().toString()),
                    Map.of("line", line, "last", whole.lines().size()));
        }
        Archive archive = new Archive(home.archive());
        SortedMap<String, String> contents = whole.upTo(line).recorded();
        for (Map.Entry<String, Path> template : Inputs.templates(home).entrySet()) {
            contents.put(template.getKey(), archive.keepInput(template.getValue()));
        }
        return past(
                Inputs.layOut(home, contents), opening, whole, whole.upTo(line), Optional.empty());
    }

    private static Known like(Path file, Home home, Workbooks.Opening opening) throws IOException {
        Place place = Place.file(Manifest.NAME);
        Manifest manifest =
                Manifest.in(file)
                        .orElseThrow(
                                () -> inError(FindingCode.MANIFEST_UNREADABLE, place, Map.of()));
        if (!manifest.version().equals(Version.current())
                || !manifest.code().equals(Version.code())) {
            throw inError(
                    FindingCode.MANIFEST_OTHER_VERSION,
                    place,
                    Map.of(
                            "version",
                            Version.named(manifest.version(), manifest.code()),
                            "current",
                            Version.named(Version.current(), Version.code())));
        }
        Ledger whole = new LedgerFile(home.ledger()).read();
        Manifest.Head head = manifest.ledgerHead();
        if (whole.hash(head.line()).filter(head.hash()::equals).isEmpty()) {
            throw inError(FindingCode.MANIFEST_OTHER_LEDGER, place, Map.of("line", head.line()));
        }
        return past(
                Inputs.layOut(home.with(home.settings().in(zone(manifest))), manifest.inputs()),
                opening,
                whole,
                whole.upTo(head.line()),
                Optional.of(manifest));
    }

    private static ZoneId zone(Manifest manifest) {
        try {
            return ZoneId.of(manifest.zone());
        } catch (DateTimeException e) {
            throw inError(FindingCode.MANIFEST_UNREADABLE, Place.file(Manifest.NAME), Map.of());
        }
    }

    private static Known past(
            Home home,
            Workbooks.Opening opening,
            Ledger whole,
            Ledger ledger,
            Optional<Manifest> like)
            throws IOException {
        MinistryData data = MinistryData.load(home);
        return new Known(
                home,
                data,
                ledger,
                whole,
                like,
                List.of(),
                new ReceivedFiles(home, ledger, opening.open(home, data), new Readers(home)));
    }

    private static DataInError inError(FindingCode code, Place place, Map<String, ?> values) {
        return DataInError.of(code, place, "", values);
    }
}
