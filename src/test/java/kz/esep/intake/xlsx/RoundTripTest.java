package kz.esep.intake.xlsx;

import static kz.esep.intake.FormColumn.COMPLETED_ON;
import static kz.esep.intake.FormColumn.CONTACT;
import static kz.esep.intake.FormColumn.DENOMINATOR;
import static kz.esep.intake.FormColumn.EVIDENCE_DATE;
import static kz.esep.intake.FormColumn.EVIDENCE_KIND;
import static kz.esep.intake.FormColumn.EVIDENCE_NUMBER;
import static kz.esep.intake.FormColumn.EXPECTED_ON;
import static kz.esep.intake.FormColumn.NUMERATOR;
import static kz.esep.intake.FormColumn.PROGRESS_KK;
import static kz.esep.intake.FormColumn.PROGRESS_RU;
import static kz.esep.intake.FormColumn.REASON;
import static kz.esep.intake.FormColumn.SPENT;
import static kz.esep.intake.FormColumn.STATUS;
import static kz.esep.intake.FormColumn.VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.intake.ClaimedStatus;
import kz.esep.intake.FileOutcome;
import kz.esep.intake.FormLayout;
import kz.esep.intake.Letter;
import kz.esep.intake.SealVerdict;
import kz.esep.intake.Submission;
import kz.esep.plan.CompletionForm;
import kz.esep.plan.Obligation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form is written, filled in and read back.
class RoundTripTest {

    @TempDir Path temporary;

    @Test
    void readsBackWhatAClerkFilledIn() throws IOException {
        byte[] filled = Clerk.filled(Clerk.form(Clerk.content("mz")), RoundTripTest::answers);

        FileOutcome outcome = Clerk.read(temporary, "mz", filled);

        assertThat(Clerk.codes(outcome)).isEmpty();
        assertThat(outcome.verdict()).isEqualTo(FileOutcome.Verdict.ACCEPTED);
        assertThat(outcome.rows().close()).isTrue();
        Submission submission = outcome.submission().orElseThrow();
        assertThat(submission.plan()).isEqualTo("disability-rights-2025");
        assertThat(submission.redaction()).isEqualTo("1142");
        assertThat(submission.period()).isEqualTo(Clerk.Q4);
        assertThat(submission.agency()).isEqualTo("mz");
        assertThat(submission.seal()).isEqualTo(SealVerdict.DEMONSTRATION);
        assertThat(submission.letter())
                .isEqualTo(
                        new Letter(
                                "14-05/120",
                                Optional.of(LocalDate.of(2025, 1, 8)),
                                "А. Ахметова, бас сарапшы",
                                "+7 7172 74-00-00"));
        assertThat(submission.claims()).containsExactly(done(filled));
    }

    private static void answers(Clerk.Hand hand) {
        hand.type(2, STATUS, "орындалды / исполнено");
        hand.type(2, COMPLETED_ON, LocalDate.of(2024, 12, 20));
        hand.type(2, EVIDENCE_KIND, "ақпарат / информация");
        hand.type(2, EVIDENCE_NUMBER, "14-05/4821");
        hand.type(2, EVIDENCE_DATE, LocalDate.of(2024, 12, 27));
        hand.type(2, VALUE, 88.5);
        hand.type(2, NUMERATOR, 885);
        hand.type(2, DENOMINATOR, 1000);
        hand.type(2, SPENT, 12500.4);
        hand.type(2, PROGRESS_KK, "Скринингпен қамтылды");
        hand.type(2, PROGRESS_RU, "Охвачены скринингом");
        hand.type(2, REASON, "");
        hand.type(2, EXPECTED_ON, LocalDate.of(2025, 3, 31));
        hand.type(2, CONTACT, "+7 7172 00-00-00");
        hand.field("Шығыс хаттың нөмірі").setCellValue("14-05/120");
        hand.field("Шығыс хаттың күні").setCellValue(LocalDate.of(2025, 1, 8));
        hand.field("Жауапты адам").setCellValue("А. Ахметова, бас сарапшы");
        hand.field("Телефон").setCellValue("+7 7172 74-00-00");
    }

    private Claim done(byte[] filled) throws IOException {
        String[] cell = new String[1];
        Clerk.filled(filled, hand -> cell[0] = hand.cell(2, STATUS).getReference());
        return new Claim(
                new Obligation.Key(2, 2024, "mz"),
                Optional.of(ClaimedStatus.DONE),
                Optional.of(LocalDate.of(2024, 12, 20)),
                new Claim.Evidence(
                        Optional.of(CompletionForm.Kind.INFORMATION),
                        "14-05/4821",
                        Optional.of(LocalDate.of(2024, 12, 27))),
                new Claim.Actual(
                        Optional.of(new BigDecimal("88.5")),
                        Optional.of(new BigDecimal("885")),
                        Optional.of(new BigDecimal("1000"))),
                Optional.of(new BigDecimal("12500.4")),
                "Скринингпен қамтылды",
                "Охвачены скринингом",
                "",
                Optional.of(LocalDate.of(2025, 3, 31)),
                "+7 7172 00-00-00",
                new Place("mz/form.xlsx", FormLayout.FORM_SHEET, cell[0]));
    }

    @Test
    void writesTheSameBytesInAnyLocaleAndZone() throws IOException {
        byte[] first = Clerk.form(Clerk.content("mz"));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(Clerk.form(Clerk.content("mz"))).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void takesAnUntouchedFormForNoInformation() throws IOException {
        FileOutcome outcome = Clerk.read(temporary, "mz", Clerk.form(Clerk.content("mz")));

        assertThat(outcome.verdict()).isEqualTo(FileOutcome.Verdict.REJECTED);
        assertThat(Clerk.codes(outcome)).containsExactly("FORM_BLANK");
        assertThat(outcome.rows().accepted()).isZero();
    }
}
