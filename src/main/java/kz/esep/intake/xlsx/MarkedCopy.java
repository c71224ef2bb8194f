package kz.esep.intake.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.findings.Place;
import kz.esep.findings.Severity;
import kz.esep.intake.FileOutcome;
import kz.esep.language.Speech;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// An agency's own workbook back to it, with a comment in each cell that asks to be mended; the
/// rest stays as it was, no formula is run. Mended, it can be submitted in the form's place.
///
/// The first cell of the first sheet says how many comments there are and where.
public final class MarkedCopy {

    /// Fifty times what a form has; POI's model of a workbook needs many times its size.
    private static final long LARGEST = Limits.MEBIBYTE;

    private static final int MOST_COMMENTS = 1_000;
    private static final int MOST_PLACES = 40;
    private static final int LETTERS_A_LINE = 45;
    private static final String AUTHOR = "Esep";

    private final List<Speech> speeches;
    private final Limits limits;

    public MarkedCopy(Speech kk, Speech ru, Limits limits) {
        this.speeches = List.of(kk, ru);
        this.limits = limits;
    }

    /// A workbook with comments.
    public static final class Marked {

        private final String extension;
        private final byte[] bytes;

        private Marked(String extension, byte[] bytes) {
            this.extension = extension;
            this.bytes = bytes;
        }

        /// `xlsx` or `xls`, as the workbook came.
        public String extension() {
            return extension;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }

    /// @param snapshot a private copy of the file
    /// @return empty if nothing asks to be mended, or the file is none that may be opened
    public Optional<Marked> of(Path snapshot, FileOutcome outcome) throws IOException {
        List<Finding> findings =
                outcome.findings().stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList();
        if (findings.isEmpty() || Files.size(snapshot) > LARGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(guarded(snapshot, findings));
        } catch (Refusal e) {
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            // a file that was read cell by cell may still be more than POI's model can hold
            return Optional.empty();
        }
    }

    /// Reads the file first, as the intake does, for that is what refuses a harmful one.
    private Marked guarded(Path snapshot, List<Finding> findings) throws IOException, Refusal {
        return switch (Preflight.check(snapshot, limits)) {
            case XLSX -> {
                XlsxCells.read(snapshot, limits, new Budget(limits));
                yield xlsx(snapshot, findings);
            }
            case XLS -> {
                XlsCells.read(snapshot, limits, new Budget(limits));
                yield xls(snapshot, findings);
            }
        };
    }

    private Marked xlsx(Path snapshot, List<Finding> findings) throws IOException {
        Path copy = Files.createTempFile("esep-marked-", ".tmp");
        try {
            Files.copy(snapshot, copy, StandardCopyOption.REPLACE_EXISTING);
            try (OPCPackage parts = open(copy);
                    XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
                mark(workbook, findings);
                ByteArrayOutputStream written = new ByteArrayOutputStream();
                SteadyZip.write(workbook, written);
                // closing a package writes it back; this one has been written
                parts.revert();
                return new Marked("xlsx", written.toByteArray());
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static OPCPackage open(Path copy) throws IOException {
        try {
            return OPCPackage.open(copy.toFile(), PackageAccess.READ_WRITE);
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Marked xls(Path snapshot, List<Finding> findings) throws IOException {
        try (POIFSFileSystem storage = new POIFSFileSystem(snapshot.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(storage, true)) {
            mark(workbook, findings);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            workbook.write(written);
            return new Marked("xls", written.toByteArray());
        }
    }

    private void mark(Workbook workbook, List<Finding> findings) {
        Map<Place, List<Finding>> cells = new LinkedHashMap<>();
        List<Finding> whole = new ArrayList<>();
        for (Finding finding : findings) {
            if (isCell(workbook, finding.place()) && cells.size() < MOST_COMMENTS) {
                cells.computeIfAbsent(finding.place(), _ -> new ArrayList<>()).add(finding);
            } else if (!isCell(workbook, finding.place())) {
                whole.add(finding);
            }
        }
        cells.forEach((place, here) ->
                comment(
                        workbook.getSheet(place.sheet()),
                        new CellAddress(place.cell()),
                        said(here)));
        comment(front(workbook), CellAddress.A1, front(whole, cells, findings.size()));
    }

    private static boolean isCell(Workbook workbook, Place place) {
        return !place.cell().isEmpty() && workbook.getSheet(place.sheet()) != null;
    }

    private static Sheet front(Workbook workbook) {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (workbook.getSheetVisibility(i) == SheetVisibility.VISIBLE) {
                return workbook.getSheetAt(i);
            }
        }
        return workbook.getSheetAt(0);
    }

    private String front(List<Finding> whole, Map<Place, List<Finding>> cells, int count) {
        String places =
                cells.keySet().stream()
                        .limit(MOST_PLACES)
                        .map(Place::cell)
                        .collect(Collectors.joining(", "));
        String summary =
                speeches.stream()
                        .map(speech ->
                                speech.say(
                                        "receipt.marked.front",
                                        Map.of(
                                                "count",
                                                count,
                                                "cells",
                                                cells.size(),
                                                "places",
                                                cells.size() > MOST_PLACES
                                                        ? places + " …"
                                                        : places)))
                        .collect(Collectors.joining("\n\n"));
        return whole.isEmpty() ? summary : summary + "\n\n" + said(whole);
    }

    /// Each language by itself, for a comment is read from its beginning.
    private String said(List<Finding> findings) {
        return speeches.stream()
                .map(speech ->
                        findings.stream()
                                .map(finding -> said(finding, speech))
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static String said(Finding finding, Speech speech) {
        String code = "finding." + finding.code().key();
        return speech.say(
                "receipt.marked.finding",
                Map.of(
                        "severity",
                        speech.say(
                                "severity." + finding.severity().name().toLowerCase(Locale.ROOT)),
                        "what",
                        speech.say(code + ".what", finding.arguments()),
                        "expected",
                        speech.say(code + ".expected", finding.arguments())));
    }

    /// After what a person had noted there.
    private static void comment(Sheet sheet, CellAddress at, String text) {
        CreationHelper helper = sheet.getWorkbook().getCreationHelper();
        Comment there = sheet.getCellComment(at);
        if (there != null) {
            String before = there.getString().getString();
            there.setString(helper.createRichTextString(before + "\n\n" + text));
            return;
        }
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setRow1(at.getRow());
        anchor.setCol1(at.getColumn() + 1);
        anchor.setRow2(at.getRow() + 2 + lines(text));
        anchor.setCol2(at.getColumn() + 5);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(at);
        comment.setAuthor(AUTHOR);
        comment.setString(helper.createRichTextString(text));
    }

    private static int lines(String text) {
        return text.lines().mapToInt(line -> 1 + line.length() / LETTERS_A_LINE).sum();
    }
}
