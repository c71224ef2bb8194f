package kz.esep.intake.xlsx;

import static kz.esep.intake.FormColumn.COMPLETED_ON;
import static kz.esep.intake.FormColumn.HOLDER;
import static kz.esep.intake.FormColumn.REASON;
import static kz.esep.intake.FormColumn.STATUS;
import static kz.esep.intake.FormColumn.VALUE;
import static kz.esep.intake.FormColumn.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.esep.findings.Finding;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FileOutcome.Verdict;
import kz.esep.intake.FormColumn;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormLayout;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Seals;
import kz.esep.intake.Submission;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What clerks do to forms, and what they hear of it.
class SpoiltFormsTest {

    @TempDir Path temporary;

    private FileOutcome read(String folder, java.util.function.Consumer<Clerk.Hand> answers)
            throws IOException {
        return Clerk.read(
                temporary, folder, Clerk.filled(Clerk.form(Clerk.content("mz")), answers));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        agency | measure | year | holder  | finding            | because
        mts    | 74      | 2024 | МТС     |                    | its own name
        mts    | 74      | 2024 | МКС     | HOLDER_PREDECESSOR | МКС ended in 2023
        mts    | 74      | 2023 | МСМ     | HOLDER_PREDECESSOR | it fell due in the successor's time
        mts    | 74      | 2022 | МКС     |                    | it fell due in the old body's time
        mp     | 26      | 2024 | БҒМ     | HOLDER_PREDECESSOR | БҒМ ended in 2022
        mp     | 26      | 2021 | БҒМ     |                    | it fell due in the old body's time
        mp     | 26      | 2024 | МИИР    | HOLDER_OTHER       | no predecessor
        """)
    // spotless:on
    void acceptsAnOldNameWithANote(
            String agency,
            int measure,
            int year,
            String holder,
            @Nullable String finding,
            String because)
            throws IOException {
        FileOutcome outcome =
                Clerk.read(
                        temporary,
                        agency,
                        Clerk.filled(
                                Clerk.form(Clerk.content(agency)),
                                hand -> {
                                    hand.type(measure, YEAR, year);
                                    hand.type(measure, HOLDER, holder);
                                    hand.type(measure, STATUS, "орындалуда");
                                }));

        assertThat(Clerk.codes(outcome).stream().filter(code -> code.startsWith("HOLDER")))
                .as(because)
                .allMatch(code -> code.startsWith(finding + " "))
                .hasSize(finding == null ? 0 : 1);
        assertThat(outcome.submission().orElseThrow().claims())
                .hasSize("HOLDER_OTHER".equals(finding) ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acceptsTheFormOfAPredecessorWithANote(boolean identified) throws IOException {
        FormContent own = Clerk.content("mts");
        byte[] form =
                Clerk.form(
                        new FormContent(
                                own.redaction(),
                                own.period(),
                                Clerk.REGISTER.get("mks"),
                                "12:ab34",
                                own.rows()));
        FileOutcome outcome =
                Clerk.read(
                        temporary,
                        "mts",
                        Clerk.filled(
                                form,
                                hand -> {
                                    hand.type(74, STATUS, "орындалуда");
                                    if (!identified) {
                                        hand.workbook().removeSheetAt(2);
                                        hand.workbook()
                                                .getProperties()
                                                .getCustomProperties()
                                                .getUnderlyingProperties()
                                                .removeProperty(0);
                                    }
                                }));

        assertThat(Clerk.codes(outcome)).contains("AGENCY_PREDECESSOR");
        assertThat(outcome.submission().orElseThrow().agency()).isEqualTo("mts");
        assertThat(outcome.submission().orElseThrow().claims()).hasSize(1);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        typed                      | status      | finding
        орындалды                  | DONE        |
        исполнено                  | DONE        |
        Орындалды / исполнено      | DONE        |
        Исполнено.                 | DONE        |
        орындалуда                 | IN_PROGRESS |
        в работе                   | IN_PROGRESS |
        не начато                  | NOT_STARTED |
        сведения отозваны          | WITHDRAWN   |
        иcпoлнeнo                  | DONE        | WORD_LOOK_ALIKE
        """)
    // spotless:on
    void knowsStatusWordsInEitherLanguage(String typed, ClaimedStatus status, String finding)
            throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, typed);
                            hand.type(2, REASON, "-");
                        });

        assertThat(outcome.submission().orElseThrow().claims().getFirst().status())
                .contains(status);
        assertThat(Clerk.codes(outcome).stream().filter(code -> code.startsWith("WORD")))
                .hasSize(finding == null ? 0 : 1);
    }

    @Test
    void namesAllMistakesOfARowAndKeepsTheGoodRows() throws IOException {
        String[] at = new String[1];
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            at[0] = hand.cell(2, STATUS).getReference().replaceAll("[A-Z]", "");
                            hand.type(2, STATUS, "жақсы");
                            hand.type(2, COMPLETED_ON, "07/11/2024");
                            hand.type(2, VALUE, "көп");
                            hand.type(3, STATUS, "орындалуда");
                        });

        assertThat(outcome.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_FINDINGS);
        assertThat(Clerk.codes(outcome))
                .containsExactly(
                        "STATUS_UNREADABLE " + column(STATUS) + at[0],
                        "DATE_AMBIGUOUS " + column(COMPLETED_ON) + at[0],
                        "NUMBER_UNREADABLE " + column(VALUE) + at[0]);
        assertThat(outcome.rows().accepted()).isEqualTo(1);
        assertThat(outcome.rows().refused()).isEqualTo(1);
        assertThat(outcome.rows().close()).isTrue();
    }

    private static String column(FormColumn column) {
        return CellReference.convertNumToColString(FormLayout.position(column));
    }

    @Test
    void saysAFindingInBothLanguages() throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалды");
                            hand.type(2, COMPLETED_ON, "07/11/2024");
                        });
        Finding finding = outcome.findings().getFirst();

        assertThat(finding.found()).isEqualTo("07/11/2024");
        assertThat(Clerk.KK.say("finding.date-ambiguous.what", finding.arguments()))
                .isEqualTo("«Аяқталған күні» бағанындағы күнді екі түрлі оқуға болады.");
        assertThat(Clerk.RU.say("finding.date-ambiguous.what", finding.arguments()))
                .isEqualTo("Дату в столбце «Дата завершения» можно прочитать двояко.");
        assertThat(Clerk.RU.say("finding.date-ambiguous.expected", finding.arguments()))
                .isEqualTo("Дата через точку, сначала день: 07.11.2024.");
    }

    @Test
    void refusesBothRowsThatContradictEachOtherAndNamesBothPlaces() throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалды");
                            hand.type(3, STATUS, "орындалуда");
                            hand.cell(3, FormColumn.MEASURE).setCellValue(2);
                        });

        assertThat(outcome.findings())
                .filteredOn(finding -> finding.code().name().equals("ROW_CONTRADICTED"))
                .hasSize(2)
                .allSatisfy(finding ->
                        assertThat(finding.arguments().toString())
                                .contains("other=" + FormLayout.FORM_SHEET + "!K"));
        assertThat(outcome.rows().refused()).isEqualTo(2);
        assertThat(outcome.rows().close()).isTrue();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure of the second row | findings                                | claims
        2                         | ROW_REPEATED Нысан - Форма!K11 Нысан - Форма!K10 | 1
        3                         | ''                                      | 2
        """)
    // spotless:on
    void countsARowThatRepeatsAnotherOnceAndNamesBothPlaces(
            int measure, String findings, int claims) throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалуда");
                            hand.type(3, STATUS, "орындалуда");
                            hand.cell(3, FormColumn.MEASURE).setCellValue(measure);
                        });

        assertThat(
                        outcome.findings().stream()
                                .filter(finding -> finding.code().name().startsWith("ROW_"))
                                .map(finding ->
                                        "%s %s!%s %s"
                                                .formatted(
                                                        finding.code(),
                                                        finding.place().sheet(),
                                                        finding.place().cell(),
                                                        finding.arguments().get("other")))
                                .collect(Collectors.joining(", ")))
                .isEqualTo(findings);
        assertThat(outcome.submission().orElseThrow().claims()).hasSize(claims);
        assertThat(outcome.rows().close()).isTrue();
    }

    @Test
    void refusesRowsOfNoMeasureNoYearAndAnotherAgency() throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалды");
                            hand.cell(2, HOLDER).setCellValue("МТСЗН");
                            hand.cell(2, YEAR).setCellValue(2031);
                            hand.cell(2, FormColumn.MEASURE).setCellValue(91);
                        });

        assertThat(Clerk.codes(outcome).stream().map(code -> code.split(" ", 2)[0]))
                .containsExactly("MEASURE_UNKNOWN", "YEAR_WRONG");
        assertThat(outcome.submission().orElseThrow().claims()).isEmpty();
    }

    @Test
    void rejectsAFormInAnotherAgencysFolder() throws IOException {
        FileOutcome outcome = read("mvd", hand -> hand.type(2, STATUS, "орындалды"));

        assertThat(outcome.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(Clerk.codes(outcome)).containsExactly("AGENCY_WRONG");
    }

    @Test
    void readsAFormWhoseHiddenSheetIsGoneByItsProperty() throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалуда");
                            hand.workbook().removeSheetAt(2);
                        });

        assertThat(outcome.submission().map(Submission::seal)).contains(SealVerdict.DEMONSTRATION);
    }

    @Test
    void readsAFormWithoutAnyIdentityByWhatCanBeSeenInAnAgencysFolderOnly() throws IOException {
        java.util.function.Consumer<Clerk.Hand> strip =
                hand -> {
                    hand.type(2, STATUS, "орындалуда");
                    hand.workbook().removeSheetAt(2);
                    hand.workbook()
                            .getProperties()
                            .getCustomProperties()
                            .getUnderlyingProperties()
                            .removeProperty(0);
                };

        FileOutcome inFolder = read("mz", strip);
        FileOutcome inRoot = read("", strip);

        assertThat(Clerk.codes(inFolder)).containsExactly("FORM_IDENTITY_MISSING");
        assertThat(inFolder.submission().map(Submission::period)).contains(Clerk.Q4);
        assertThat(inRoot.verdict()).isEqualTo(Verdict.HELD);
        assertThat(Clerk.codes(inRoot)).containsExactly("UNSEALED_IN_ROOT");
    }

    @Test
    void takesASealedFormFromTheRoot() throws IOException {
        FileOutcome outcome = read("", hand -> hand.type(2, STATUS, "орындалуда"));

        assertThat(outcome.submission().map(Submission::agency)).contains("mz");
    }

    @Test
    void doubtsADemonstrationFormOnceAMinistryHasAKey() throws IOException {
        byte[] form =
                Clerk.filled(
                        Clerk.form(Clerk.content("mz")),
                        hand -> hand.type(2, STATUS, "орындалуда"));
        Seals own = Seals.of(Map.of("2025", new byte[] {1, 2, 3}), "2025");

        FileOutcome outcome = Clerk.read(temporary, "mz", form, own);

        assertThat(Clerk.codes(outcome)).containsExactly("SEAL_INVALID");
        assertThat(outcome.submission().map(Submission::seal)).contains(SealVerdict.INVALID);
    }

    @Test
    void findsColumnsThatWereMoved() throws IOException {
        FileOutcome outcome =
                read(
                        "mz",
                        hand -> {
                            hand.type(2, STATUS, "орындалды");
                            hand.type(2, COMPLETED_ON, LocalDate.of(2024, 12, 20));
                            hand.sheet().getMergedRegions().clear();
                            int contact = FormLayout.position(FormColumn.CONTACT);
                            int status = FormLayout.position(STATUS);
                            for (org.apache.poi.ss.usermodel.Row row : hand.sheet()) {
                                if (row.getRowNum() >= hand.header()
                                        && row.getCell(status) != null) {
                                    String moved = row.getCell(status).toString();
                                    row.getCell(status)
                                            .setCellValue(
                                                    row.getRowNum() == hand.header()
                                                            ? "Ескертпе"
                                                            : "");
                                    row.createCell(contact + 3).setCellValue(moved);
                                }
                            }
                        });

        Claim claim = outcome.submission().orElseThrow().claims().getFirst();
        assertThat(claim.status()).contains(ClaimedStatus.DONE);
        assertThat(claim.completedOn()).isEqualTo(Optional.of(LocalDate.of(2024, 12, 20)));
        assertThat(Clerk.codes(outcome)).anyMatch(code -> code.startsWith("COLUMN_UNKNOWN K"));
    }
}
