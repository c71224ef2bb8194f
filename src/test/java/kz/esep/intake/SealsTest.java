package kz.esep.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.findings.Reading;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which seals are believed.
class SealsTest {

    private static final FormIdentity FORM =
            new FormIdentity("1", "plan", "1142", "2024-Q4", "mz", "12:ab", "", "");
    private static final byte[] OLD = "old".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir Path keys;

    @Test
    void believesTheDemonstrationKeyUntilAMinistryHasItsOwn() {
        FormIdentity demo = Seals.demonstration().seal(FORM);

        assertThat(Seals.demonstration().verify(demo)).isEqualTo(SealVerdict.DEMONSTRATION);
        assertThat(Seals.of(Map.of("2025", NEW), "2025").verify(demo))
                .isEqualTo(SealVerdict.INVALID);
    }

    @Test
    void believesAnOldKeyAfterTheKeyChanged() {
        FormIdentity old = Seals.of(Map.of("2024", OLD), "2024").seal(FORM);

        assertThat(Seals.of(Map.of("2024", OLD, "2025", NEW), "2025").verify(old))
                .isEqualTo(SealVerdict.VALID);
    }

    @Test
    void seesThatAFieldWasChanged() {
        FormIdentity sealed = Seals.demonstration().seal(FORM);
        FormIdentity changed =
                new FormIdentity(
                        "1", "plan", "1142", "2024-Q3", "mz", "12:ab", "demo", sealed.seal());

        assertThat(Seals.demonstration().verify(changed)).isEqualTo(SealVerdict.INVALID);
        assertThat(Seals.demonstration().verify(FORM)).isEqualTo(SealVerdict.MISSING);
    }

    @Test
    void sealsWithTheLastKeyOfTheFolderUnlessTheEnvironmentNamesOne() throws IOException {
        key("2024", "old", "rw-------");
        key("2025", "new", "rw-------");

        assertThat(loaded(keys, "").seal(FORM).keyId()).isEqualTo("2025");
        assertThat(loaded(keys, "hsm:secret").seal(FORM).keyId()).isEqualTo("hsm");
        assertThat(loaded(keys.resolve("none"), "").seal(FORM).keyId()).isEqualTo("demo");
    }

    @Test
    void verifiesWithOldKeysAndRefusesTheDemonstrationsOnceThereIsAKey() throws IOException {
        key("2024", "old", "rw-------");
        FormIdentity old = loaded(keys, "").seal(FORM);
        key("2025", "new", "rw-------");
        Seals seals = loaded(keys, "");

        assertThat(seals.seal(FORM).keyId()).isEqualTo("2025");
        assertThat(seals.verify(old)).isEqualTo(SealVerdict.VALID);
        assertThat(seals.verify(Seals.demonstration().seal(FORM))).isEqualTo(SealVerdict.INVALID);
    }

    // spotless:off
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        file     | secret | mode      | variable  | place         | finding
        2025     | new    | rw-r--r-- |           | 2025.key      | SEAL_KEY_EXPOSED
        2025     | ' '    | rw------- |           | 2025.key      | SEAL_KEY_EMPTY
        demo     | new    | rw------- |           | demo.key      | SEAL_KEY_CALLED_DEMO
        2025     | new    | rw------- | secret    | ESEP_SEAL_KEY | SEAL_KEY_WITHOUT_ID
        2025     | new    | rw------- | :secret   | ESEP_SEAL_KEY | SEAL_KEY_WITHOUT_ID
        2025     | new    | rw------- | hsm:      | ESEP_SEAL_KEY | SEAL_KEY_EMPTY
        2025     | new    | rw------- | demo:mine | ESEP_SEAL_KEY | SEAL_KEY_CALLED_DEMO
        """)
    // spotless:on
    void refusesAKeyThatNobodyShouldSealWith(
            String file,
            String secret,
            String mode,
            @Nullable String variable,
            String place,
            FindingCode finding)
            throws IOException {
        key(file, secret, mode);

        assertThat(SealKeys.load(keys, Objects.requireNonNullElse(variable, "")))
                .isEqualTo(new Reading.Refused<>(List.of(Finding.of(finding, Place.file(place)))));
    }

    private static Seals loaded(Path folder, String variable) throws IOException {
        return switch (SealKeys.load(folder, variable)) {
            case Reading.Accepted<Seals>(Seals seals, _) -> seals;
            case Reading.Refused<Seals>(List<Finding> findings) ->
                    throw new AssertionError(findings);
        };
    }

    private void key(String id, String secret, String mode) throws IOException {
        Path file = Files.writeString(keys.resolve(id + ".key"), secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
