package kz.esep.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import kz.esep.findings.Reading;
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

    @Test
    void findsNoAgencyBehindAnUnknownName() {
        assertThat(REGISTER.match("Министерство обороны")).isEqualTo(new Match.None());
        assertThat(REGISTER.match("")).isEqualTo(new Match.None());
    }
}
