package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.esep.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenLanguageTest {

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        arguments        | set | LANG        | machine | language
        --lang kk status | ru  | ru_RU.UTF-8 | en      | KK
        --lang kk status |     | ru_RU.UTF-8 | en      | KK
        status --lang=en |     | ru_RU.UTF-8 | en      | EN
        --lang de        | ru  | kk_KZ.UTF-8 | en      | RU
        --lang de        |     | kk_KZ.UTF-8 | en      | KK
        --lang           |     | kk_KZ.UTF-8 | en      | KK
        status           | kk  | ru_RU.UTF-8 | en      | KK
        status           |     | kk_KZ.UTF-8 | en      | KK
        status           |     | en_GB.UTF-8 | en      | EN
        status           |     | C.UTF-8     | en      | RU
        status           |     | POSIX       | en      | RU
        status           |     | de_DE       | de      | RU
        status           |     |             | kk      | KK
        status           |     |             | en      | RU
        """)
    // spotless:on
    void followsTheOptionThenTheSettingThenTheLocaleThenRussian(
            String arguments,
            @Nullable String set,
            @Nullable String lang,
            String machine,
            Language language) {
        Map<String, String> environment = lang == null ? Map.of() : Map.of("LANG", lang);

        assertThat(
                        ChosenLanguage.of(
                                arguments.split(" "),
                                Optional.ofNullable(set).flatMap(Language::of),
                                environment,
                                Locale.of(machine)))
                .isEqualTo(language);
    }
}
