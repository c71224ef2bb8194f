package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.esep.agency.Register;
import kz.esep.agency.RegisterFile;
import kz.esep.findings.Reading;
import kz.esep.plan.Measure;
import kz.esep.plan.PlanFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        tongue  | text
        KAZAKH  | Қазіргі уақытта бұйрықтың жобасы келісу кезеңінде тұр, бекіту мерзімі жоспарланған.
        KAZAKH  | Оқыту графигі толық орындалды: өзіндік менеджмент бойынша 84 сабақ өткізілді.
        KAZAKH  | «Об утверждении стандарта» бұйрығы бекітілді, құжат күшіне енді.
        RUSSIAN | В настоящее время проект приказа находится на согласовании, утверждение запланировано.
        RUSSIAN | График обучения выполнен полностью: проведено 84 занятия по самоменеджменту.
        RUSSIAN | АО «Қамқорлық» и фонд «Қазақстан халқына» провели обучение специалистов по всем направлениям.
        RUSSIAN | Совместно с акиматом Ұлытау и Центром Өрлеу организованы курсы для педагогов.
        KAZAKH  | үй ұл бар мен да ал
        UNKNOWN | үй ұл бар мен да ал шал
        RUSSIAN | дом стол и окно
        RUSSIAN | МЗ МП МВД МИО дом стол и окно
        UNKNOWN | дом стол и окно сад
        UNKNOWN | дом и стол
        UNKNOWN |
        UNKNOWN | Орындалды
        UNKNOWN | Исполнено
        UNKNOWN | Работа ведётся
        UNKNOWN | № 21-3/118, 31.12.2024
        UNKNOWN | Order No. 5 was signed by the minister on 5 May
        UNKNOWN | Жумыс жургизилуде, ол буйрыктын жобасы дайын, не болса да бекитиледи.
        UNKNOWN | МИО, МЗ, МП, МТСЗН, МВД, ЖАО
        """)
    // spotless:on
    void knowsALanguageByItsLettersAndLittleWords(
            Tongue tongue, @org.jspecify.annotations.Nullable String text) {
        assertEquals(tongue, Tongue.of(text == null ? "" : text));
    }

    @Test
    void isNeverWrongOnTheTextsOfThePlanItself() {
        assertThat(tongues(Bilingual::kk)).doesNotContain(Tongue.RUSSIAN);
        assertThat(tongues(Bilingual::ru)).doesNotContain(Tongue.KAZAKH);
        assertThat(tongues(Bilingual::kk)).filteredOn(Tongue.KAZAKH::equals).hasSizeGreaterThan(80);
        assertThat(tongues(Bilingual::ru))
                .filteredOn(Tongue.RUSSIAN::equals)
                .hasSizeGreaterThan(80);
    }

    /// Titles and completion forms: the shortest official texts that there are.
    private static List<Tongue> tongues(Function<Bilingual, String> language) {
        List<Tongue> tongues = new ArrayList<>();
        for (Measure measure : MEASURES) {
            tongues.add(Tongue.of(language.apply(measure.title())));
            measure.form().ifPresent(form -> tongues.add(Tongue.of(language.apply(form.text()))));
        }
        return tongues;
    }

    private static final List<Measure> MEASURES = measures();

    private static List<Measure> measures() {
        Register register = read(RegisterFile.read(Path.of("input/agencies.yaml")));
        return read(PlanFolder.read(Path.of("input/plan"), register)).redactions().stream()
                .flatMap(redaction -> redaction.measures().stream())
                .toList();
    }

    private static <T> T read(Reading<T> reading) {
        return switch (reading) {
            case Reading.Accepted<T> accepted -> accepted.value();
            case Reading.Refused<T> refused -> throw new AssertionError(refused.findings());
        };
    }
}
