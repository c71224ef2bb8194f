package kz.esep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.reconcile.Reconciliation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a second issue says of the first one.
class ReissueTest {

    private static final Reconciliation NOW = Samples.few();
    private static final Provenance SECOND = Samples.reissued(NOW);
    private static final Reissue REISSUE = Reissue.of(NOW, SECOND).orElseThrow();

    @Test
    void namesEveryStatusThatChanged() {
        assertThat(REISSUE.measures())
                .extracting(ReissueTest::said)
                .containsExactly("2 – NOT_STARTED OVERDUE", "3 – OVERDUE –");
        assertThat(REISSUE.obligations())
                .extracting(ReissueTest::said)
                .containsExactly("2 akmola – UNCONFIRMED", "3 mz OVERDUE –");
    }

    private static String said(Reissue.StatusChange change) {
        return "%d %s %s %s"
                .formatted(
                        change.number(),
                        change.agency().orElse("–"),
                        change.was().map(Enum::name).orElse("–"),
                        change.is().map(Enum::name).orElse("–"));
    }

    @Test
    void namesEveryFileThatCameOrLeftOrHasAnotherVerdict() {
        assertThat(REISSUE.files())
                .extracting(change -> change.event() + " " + change.path() + " " + change.verdict())
                .containsExactly(
                        "RECEIVED abai/2024-Q4.xlsx ACCEPTED",
                        "OTHER_VERDICT akmola/2024-Q4.xlsx ACCEPTED",
                        "LEFT_OUT abai/later.xlsx ACCEPTED");
    }

    @Test
    void namesEveryDecisionThatWasMadeOrIsNoMore() {
        assertThat(REISSUE.decisions())
                .extracting(change ->
                        "%s %s %s"
                                .formatted(
                                        Statement.word(change.key()),
                                        change.kind(),
                                        change.made() ? "made" : "gone"))
                .containsExactly("12/2024/mp accept made", "41/2024/abai return gone");
    }

    @Test
    void countsTheMinistrysOwnFilesThatChangedByKind() {
        assertThat(REISSUE.inputs())
                .isEqualTo(
                        new TreeMap<>(
                                Map.of(
                                        Reissue.InputKind.AGENCIES, 1,
                                        Reissue.InputKind.MESSAGES, 1,
                                        Reissue.InputKind.TEMPLATES, 1)));
        assertThat(REISSUE.programChanged()).isTrue();
        assertThat(REISSUE.asOfBefore().map(Object::toString)).hasValue("2025-01-26T11:30");
    }

    @Test
    void givesAnAgencyItsOwnPart() {
        Reissue akmola = REISSUE.of("akmola");

        assertThat(akmola.measures()).isEmpty();
        assertThat(akmola.obligations())
                .extracting(ReissueTest::said)
                .containsExactly("2 akmola – UNCONFIRMED");
        assertThat(akmola.files()).allMatch(file -> file.agency().equals(Optional.of("akmola")));
        assertThat(akmola.inputs()).isEqualTo(REISSUE.inputs());
    }

    @Test
    void saysThatNothingChangedWhereNothingDid() {
        Statement same = Statement.of(NOW, "0.1.0", "c0de", new TreeMap<>());
        Reissue reissue = Reissue.of(NOW, superseding(Optional.of(same))).orElseThrow();

        assertThat(reissue.sameStatuses()).isTrue();
        assertThat(reissue.sameSources()).isTrue();
        assertThat(reissue.programChanged()).isFalse();
        assertThat(reissue.asOfBefore()).isEmpty();
    }

    @Test
    void claimsNothingOfAnIssueWhoseStatementWasNeverKept() {
        Reissue reissue = Reissue.of(NOW, superseding(Optional.empty())).orElseThrow();

        assertThat(reissue.known()).isFalse();
        assertThat(reissue.sameStatuses()).isFalse();
        assertThat(reissue.sameSources()).isFalse();
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        issue   | language | sentence
        first   | RU       | Это первый выпуск отчётов за этот период (IV квартал 2024 года).
        first   | KK       | Бұл – осы кезең (2024 жылғы IV тоқсан) бойынша есептердің бірінші шығарылымы.
        second  | RU       | Этот выпуск заменяет выпуск № 1 (контрольная сумма 5f0c7a1be2d9). С тех пор изменились статусы: мероприятий – 2, обязательств – 2; изменений в файлах – 3, в решениях министерства – 2.
        second  | KK       | Бұл шығарылым № 1 шығарылымды алмастырады (бақылау сомасы 5f0c7a1be2d9). Содан бері мәртебесі өзгергені: іс-шара – 2, міндеттеме – 2; файлдардағы өзгеріс – 3, министрліктің шешімдеріндегі өзгеріс – 2.
        unknown | RU       | Этот выпуск заменяет выпуск № 1 (контрольная сумма 5f0c7a1be2d9); что изменилось, неизвестно.
        """)
    // spotless:on
    void saysWhichIssueItIs(String issue, Language language, String sentence) {
        Provenance provenance =
                switch (issue) {
                    case "first" -> Samples.provenance();
                    case "second" -> SECOND;
                    default -> superseding(Optional.empty());
                };
        Speech speech = Speech.of(Path.of("templates/messages"), language);

        List<String> said =
                Reports.of(NOW, provenance).consolidated().summary().sentences().stream()
                        .map(speech::say)
                        .toList();
        assertThat(said.getLast().replace('\u00A0', ' ')).isEqualTo(sentence);
    }

    private static Provenance superseding(Optional<Statement> statement) {
        Provenance first = Samples.provenance();
        return new Provenance(
                first.version(),
                SECOND.fingerprint(),
                first.ledgerHead(),
                first.asOf(),
                first.zone(),
                2,
                true,
                first.code(),
                first.inputs(),
                Optional.of(new FormerIssue(1, first.fingerprint(), statement)));
    }
}
