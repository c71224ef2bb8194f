package kz.esep.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.Folders;
import kz.esep.findings.Finding;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each test spoils one line of the real templates.
class TemplateMistakeTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final Reports REPORTS = Reports.of(Samples.few(), Samples.provenance());

    @TempDir Path folder;

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        file                         | line                                       | spoilt                                       | format | column | problem
        pdf/discipline.ftlh          | <#if report.reminded?has_content>          | <#if report.reminded?has_contents>           | PDF    | 22     | В шаблоне ошибка: синтаксис нарушен (Unknown built-in: "has_contents".
        pdf/discipline.ftlh          | <#if report.reminded?has_content>          | <#if reprot.reminded?has_content>            | PDF    | 6      | В шаблоне ошибка: нет значения «reprot».
        pdf/discipline.ftlh          | <h2>${say("report.h.quality")}</h2>        | <h2>${say("report.h.qualities")}</h2>        | PDF    | 5      | В шаблоне ошибка: для ключа «report.h.qualities» нет текста на языке ru.
        pdf/discipline.ftlh          | <h2>${say("report.h.quality")}</h2>        | <h2>${say("report.h.quality")}</h3>          | PDF    | 1      | В шаблоне ошибка: в этом элементе или после него страница не соответствует XHTML (
        pdf/discipline.ftlh          | <h2>${say("report.h.quality")}</h2>        | <h2>${say("report.h.quality")} 漢</h2>   | PDF    |        | В шаблоне ошибка: встречается знак, которого нет ни в одном шрифте (
        xlsx/findings.ftlx           | <row><cell style="body">${code.key()}      | <row><cell style="body">${kode.key()}        | XLSX   | 31     | В шаблоне ошибка: нет значения «kode».
        xlsx/findings.ftlx           | <@parts.styles/>                           | <@parts.styles/><row height='high'/>         | XLSX   | 19     | В шаблоне ошибка: разметка книги неверна (
        """)
    // spotless:on
    void namesFileLineAndColumnInTheUsersLanguage(
            String file,
            String line,
            String spoilt,
            Format format,
            @Nullable String column,
            String problem)
            throws IOException {
        Folders.copy(TEMPLATES, folder);
        Path template = folder.resolve(file);
        String text = Files.readString(template);
        int at = text.indexOf(line);
        Files.writeString(
                template, text.substring(0, at) + spoilt + text.substring(at + line.length()));
        long number = text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);

        Kind kind = format == Format.PDF ? Kind.DISCIPLINE : Kind.FINDINGS;
        Finding finding =
                catchThrowableOfType(
                                TemplateMistake.class,
                                () ->
                                        new Renderer(folder)
                                                .write(
                                                        DocumentId.of(kind, Language.RU, format),
                                                        REPORTS,
                                                        new ByteArrayOutputStream()))
                        .finding();

        assertThat(
                        Speech.of(TEMPLATES.resolve("messages"), Language.RU)
                                .say("finding.template-mistake.what", finding.arguments()))
                .startsWith(problem);
        assertThat(finding.place().toString())
                .isEqualTo(
                        "templates/" + file + (column == null ? "" : ":" + number + ":" + column));
    }
}
