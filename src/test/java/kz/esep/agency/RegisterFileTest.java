package kz.esep.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.esep.Said;
import kz.esep.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterFileTest {

    @TempDir private Path folder;

    @Test
    void acceptsABodyThatBeganAndEnded() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("agencies.yaml"),
                        """
                        ministry: old
                        agencies:
                          - id: old
                            kind: ministry
                            code: {kk: ЕМ, ru: СМ}
                            name: {kk: Ескі министрлік, ru: Старое министерство}
                            short-name: {kk: Ескі, ru: Старое}
                            from: 2022-01-01
                            to: 2023-08-31
                        """);

        assertThat(RegisterFile.read(file).findings()).isEmpty();
    }

    @Test
    void refusesARegisterThatContradictsItself() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("agencies.yaml"),
                        """
                        ministry: labour
                        agencies:
                          - id: old
                            kind: ministry
                            code: {kk: ЕМ, ru: СМ}
                            name: {kk: Ескі министрлік, ru: Старое министерство}
                            short-name: {kk: Ескі, ru: Старое}
                            from: 2024-01-01
                            to: 2023-08-31
                            group: young
                            successors:
                              - agency: young
                                from: 2023-08-31
                                function: {kk: бәрі, ru: всё}
                                source: {kk: жарлық, ru: указ}
                              - agency: nobody
                                from: 2023-09-01
                                function: {kk: бәрі, ru: всё}
                                source: {kk: жарлық, ru: указ}
                          - id: young
                            kind: ministry
                            code: {kk: ЖМ, ru: см}
                            name: {kk: Жас министрлік, ru: Молодое министерство}
                            short-name: {kk: Жас, ru: Молодое}
                            from: 2023-09-01
                          - id: young
                            kind: region
                            code: {kk: а, ru: б}
                            name: {kk: в, ru: г}
                            short-name: {kk: д, ru: е}
                            split-from: nowhere
                        """);

        assertThat(Said.in(Language.EN, RegisterFile.read(file)))
                .containsExactly(
                        "agencies.yaml:26 agencies[2].id: an agency with this id stands in the"
                                + " register already",
                        "agencies.yaml:1 ministry: the register has no agency labour",
                        "agencies.yaml:9 agencies[0].to: the last day is before the first",
                        "agencies.yaml:10 agencies[0].group: this agency is no group",
                        "agencies.yaml:13 agencies[0].successors[0].from: the successor did not"
                                + " exist on this day",
                        "agencies.yaml:13 agencies[0].successors[0].from: on this day the"
                                + " predecessor still existed",
                        "agencies.yaml:16 agencies[0].successors[1].agency: the register has no"
                                + " agency nobody",
                        "agencies.yaml:20 agencies[1]: “см” also stands for the agency old",
                        "agencies.yaml:31 agencies[2].split-from: the register has no agency"
                                + " nowhere");
    }
}
