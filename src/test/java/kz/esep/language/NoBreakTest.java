package kz.esep.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoBreakTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        rule                | kept together
        a sign's number     | қаулының № 5 тармағы -> қаулының №~5 тармағы
        a sign's number     | постановление № 326 от -> постановление №~326 от
        a number of a word  | № б/н -> №~б/н
        percent             | 31 % орындалды -> 31~% орындалды
        percent             | доля – 57,5 %; -> доля~– 57,5~%;
        tenge               | 1500 ₸ -> 1500~₸
        a day               | 31 желтоқсан -> 31~желтоқсан
        a day with an ending| 31 желтоқсанға дейін -> 31~желтоқсанға дейін
        a day               | до 31 декабря 2024 года -> до 31~декабря 2024~года
        a year              | 2024 жылғы 31 желтоқсан -> 2024~жылғы 31~желтоқсан
        a year              | 2019 – 2025 жылдары -> 2019~– 2025~жылдары
        a year, short       | в 2019–2025 гг. было -> в 2019–2025~гг. было
        a year, not a town  | 2024 г. Министерство -> 2024~г. Министерство
        a town              | в г. Астана -> в г.~Астана
        a day and its time  | 27.01.2025 10:12 -> 27.01.2025~10:12
        a quarter           | IV квартал 2024 года -> IV~квартал 2024~года
        a quarter           | 2024 жылғы IV тоқсан -> 2024~жылғы IV~тоқсан
        a quarter, Cyrillic | І тоқсанда -> І~тоқсанда
        a group             | лица с инвалидностью I группы -> лица с инвалидностью I~группы
        initials before     | А. Б. Сериков -> А.~Б.~Сериков
        initials before     | Қ.Ә. Сериков -> Қ.Ә.~Сериков
        initials after      | Сериков А. Б. подписал -> Сериков~А.~Б. подписал
        initials after      | (Сериков А.Б.) -> (Сериков~А.Б.)
        money               | 12 тыс. тенге -> 12~тыс.~тенге
        money               | 12 500,4 мың теңге -> 12~500,4~мың~теңге
        money in a head     | Шығыстар (мың теңге) -> Шығыстар (мың~теңге)
        money in a head     | израсходовано, тыс. тенге -> израсходовано, тыс.~тенге
        groups of a number  | 1 234 567 адам -> 1~234~567~адам
        two numbers         | в 2024 326 раз -> в 2024 326 раз
        people              | 250 чел. -> 250~чел.
        a size              | 10 МБ -> 10~МБ
        days                | опоздание – 5 дней -> опоздание~– 5~дней
        days                | кешігу – 5 күн -> кешігу~– 5~күн
        an item             | п. 3 ст. 5 -> п.~3 ст.~5
        an item             | в пункте 3 статьи 5 -> в пункте~3 статьи~5
        a figure            | Рисунок 1. Статус -> Рисунок~1. Статус
        a page              | Страница 1 из 59 -> Страница~1 из 59
        a section           | Раздел 3 -> Раздел~3
        a section, Roman    | раздел IV -> раздел~IV
        points              | 11,7 п. п. -> 11,7~п.~п.
        and so on           | и т. д. -> и т.~д.
        a standard          | СТ РК 2191-2012 -> СТ~РК~2191-2012
        a standard          | ҚР СТ 2191-2012 -> ҚР~СТ~2191-2012
        a share             | 18 / 28 -> 18~/~28
        two languages       | 31 декабря / 31 желтоқсан -> 31~декабря / 31~желтоқсан
        a dash              | орындалғаны – 13 -> орындалғаны~– 13
        a negative number   | разница −5 пунктов -> разница −5 пунктов
        ordinary words      | Мерзімінде орындалды және расталды -> Мерзімінде орындалды және расталды
        a sentence's end    | Принят. Сведения верны. -> Принят. Сведения верны.
        numbers of things   | 27 мероприятий -> 27 мероприятий
        """)
    // spotless:on
    void keepsTogetherWhatALineMustNotPart(String rule, String example) {
        String[] sides = example.split(" -> ", -1);

        assertThat(NoBreak.in(sides[0])).as(rule).isEqualTo(sides[1].replace('~', '\u00A0'));
    }

    @ParameterizedTest
    @CsvSource({"' '", "' №'", "'№ '", "'  5  %'", "'–'", "''"})
    void leavesAloneWhatIsNotBetweenWords(String text) {
        String kept = NoBreak.in(text);

        assertThat(kept.replace('\u00A0', ' ')).isEqualTo(text);
        assertThat(NoBreak.in(kept)).isEqualTo(kept);
    }
}
