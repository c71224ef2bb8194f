package kz.esep.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.esep.findings.Reading;
import kz.esep.language.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The register that the repository holds: its days and functions are facts of their own.
class RegisterTest {

    private static final Register REGISTER = register();

    private static Register register() {
        return switch (RegisterFile.read(Path.of("input/agencies.yaml"))) {
            case Reading.Accepted<Register>(Register register, _) -> register;
            case Reading.Refused<Register> refused -> throw new AssertionError(refused.findings());
        };
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        named  | measure | day        | holder | assumed | because
        mon    | 26      | 2022-06-10 | mon    | false   | the last day of БҒМ
        mon    | 26      | 2022-06-11 | mp     | false   | the first day of ОМ
        mp     | 11      | 2022-06-10 | mon    | false   | not yet founded: its predecessor
        mp     | 11      | 2022-06-11 | mp     | false   | founded
        mnvo   | 11      | 2022-06-10 | mon    | true    | what passed to ҒЖБМ is assumed
        mon    | 50      | 2022-06-11 | mp     | true    | shared with ҒЖБМ: the first coordinates
        miir   | 80      | 2023-08-31 | miir   | false   | the last day of ИИДМ
        miir   | 80      | 2023-09-01 | mt     | false   | railways
        miir   | 79      | 2023-08-31 | miir   | false   | not yet shared
        miir   | 79      | 2023-09-01 | mps    | true    | shared with МТ: the first coordinates
        mks    | 77      | 2023-08-31 | mks    | false   | not yet shared
        mks    | 77      | 2023-09-01 | mts    | true    | shared with МАМ: the first coordinates
        miir   | 82      | 2023-09-01 | mps    | false   | not shared
        mior   | 1       | 2023-09-01 | mki    | false   | not shared, though МСМ's part of it is
        miir   | 37      | 2023-09-01 | mps    | true    | no source says who
        mks    | 74      | 2023-08-31 | mks    | false   | the last day of МСМ
        mks    | 74      | 2023-09-01 | mts    | false   | sport
        mks    | 45      | 2023-09-01 | mki    | true    | culture
        mior   | 60      | 2023-09-01 | mki    | false   | information
        mcriap | 46      | 2025-09-17 | mcriap | false   | the last day, itself assumed
        mcriap | 46      | 2025-09-18 | maicd  | true    | the day is assumed
        mz     | 2       | 2025-12-31 | mz     | false   | never reorganised
        abai   | 2       | 2022-06-07 | vko    | false   | the region it was cut out of
        abai   | 2       | 2022-06-08 | abai   | false   | the first day
        vko    | 2       | 2022-06-08 | vko    | false   | the old region lives on
        """)
    // spotless:on
    void knowsWhoHeldTheMandateOnADay(
            String named, int measure, LocalDate day, String holder, boolean assumed) {
        assertThat(REGISTER.holder(named, measure, day))
                .isEqualTo(new Mandate(REGISTER.get(holder), assumed));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        region        | after      | up to      | split
        vko           | 2022-06-07 | 2022-06-08 | 2022-06-08
        vko           | 2022-06-08 | 2022-06-30 |
        vko           | 2022-03-31 | 2022-06-07 |
        abai          | 2022-06-07 | 2022-06-08 | 2022-06-08
        abai          | 2022-06-08 | 2022-06-30 |
        karaganda     | 2021-12-31 | 2025-12-31 | 2022-06-08
        ulytau        | 2021-12-31 | 2025-12-31 | 2022-06-08
        almaty-region | 2021-12-31 | 2025-12-31 | 2022-06-08
        akmola        | 2021-12-31 | 2025-12-31 |
        """)
    // spotless:on
    void knowsOnWhichDayARegionWasSplit(
            String region, LocalDate after, LocalDate upTo, @Nullable LocalDate split) {
        assertThat(REGISTER.split(region, after, upTo)).isEqualTo(Optional.ofNullable(split));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        day        | members | first two by KATO code
        2022-06-07 | 17      | akmola aktobe
        2022-06-08 | 20      | abai akmola
        """)
    // spotless:on
    void countsTheRegionsOfADay(LocalDate day, int members, String firstTwo) {
        assertThat(REGISTER.members("mio", day))
                .hasSize(members)
                .extracting(Agency::id)
                .startsWith(firstTwo.split(" "));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        written                          | means     | how
        ДСМ                              | mz        | exact
        mz                               | mz        | exact
        денсаулық  сақтау министрлігі    | mz        | exact
        ЦДИӨДМ                           | mcriap    | exact
        г. Алматы                        | almaty    | exact
        Фонд "Қамқорлық"                 | qamqorlyq | exact
        Улытау                           | ulytau    | exact
        ОМ                               | mp        | exact
        ДCM                              | mz        | look-alike
        Денсаулык сактау министрлиги     | mz        | look-alike
        Улытау облысы                    | ulytau    | look-alike
        KM                               | mt        | look-alike
        """)
    // spotless:on
    void findsAnAgencyByAnyOfItsSpellings(String written, String means, String how) {
        Agency agency = REGISTER.get(means);

        assertThat(REGISTER.match(written))
                .isEqualTo(
                        how.equals("exact")
                                ? new Match.Exact(agency)
                                : new Match.LookAlike(agency));
    }

    /// A small register: new, founded in 2022, took measure 1 from one and measure 2 from two, and
    /// all the rest from three, though nobody says so; young, founded later, gave it one more.
    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        measure | predecessor | assumed
        1       | one         | false
        2       | two         | false
        3       | three       | true
        """)
    // spotless:on
    void beforeABodyWasFoundedTheOneThatGaveItTheFunctionHeldIt(
            int measure, String predecessor, boolean assumed) {
        Agency young =
                body("young", "2023-01-01", "", passed("new", "2024-01-01", Set.of(), false));
        Register register =
                new Register(
                        "new",
                        List.of(
                                young,
                                body("three", "", "", passed("new", "2022-01-01", Set.of(), true)),
                                body("two", "", "", passed("new", "2022-01-01", Set.of(2), false)),
                                body("one", "", "", passed("new", "2022-01-01", Set.of(1), false)),
                                body("new", "2022-01-01", "")));

        assertThat(register.holder("new", measure, LocalDate.of(2021, 12, 31)))
                .isEqualTo(new Mandate(register.get(predecessor), assumed));
        assertThat(register.holder("new", measure, LocalDate.of(2022, 1, 1)))
                .isEqualTo(new Mandate(register.get("new"), false));
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        from       | to         | day        | exists
        2022-01-01 | 2023-08-31 | 2021-12-31 | false
        2022-01-01 | 2023-08-31 | 2022-01-01 | true
        2022-01-01 | 2023-08-31 | 2023-08-31 | true
        2022-01-01 | 2023-08-31 | 2023-09-01 | false
        ''         | 2023-08-31 | 2000-01-01 | true
        2022-01-01 | ''         | 2099-01-01 | true
        """)
    // spotless:on
    void existsFromItsFirstDayToItsLast(String from, String to, LocalDate day, boolean exists) {
        assertThat(body("new", from, to).existedOn(day)).isEqualTo(exists);
    }

    @Test
    void saysWhichAgencyItLacks() {
        assertThatThrownBy(() -> REGISTER.get("mo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The register has no agency mo");
    }

    private static Agency body(String id, String from, String to, Succession... successors) {
        Bilingual name = new Bilingual(id, id);
        return new Agency(
                id,
                AgencyKind.MINISTRY,
                name,
                name,
                name,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                from.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(from)),
                to.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(to)),
                Optional.empty(),
                List.of(successors),
                "");
    }

    private static Succession passed(
            String to, String from, Set<Integer> measures, boolean assumed) {
        return new Succession(
                to, LocalDate.parse(from), measures, Bilingual.EMPTY, assumed, Bilingual.EMPTY);
    }

    @Test
    void findsNoAgencyBehindAnUnknownName() {
        assertThat(REGISTER.match("Министерство обороны")).isEqualTo(new Match.None());
        assertThat(REGISTER.match("")).isEqualTo(new Match.None());
    }
}
