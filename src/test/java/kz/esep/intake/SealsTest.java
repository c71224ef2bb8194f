package kz.esep.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        assertThat(SealKeys.load(keys, "").seal(FORM).keyId()).isEqualTo("2025");
        assertThat(SealKeys.load(keys, "hsm:secret").seal(FORM).keyId()).isEqualTo("hsm");
        assertThat(SealKeys.load(keys.resolve("none"), "").seal(FORM).keyId()).isEqualTo("demo");
    }

    @Test
    void refusesAKeyThatOthersMayRead() throws IOException {
        key("2025", "new", "rw-r--r--");

        assertThatThrownBy(() -> SealKeys.load(keys, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Others may read the key 2025.key: chmod 600 it first");
    }

    private void key(String id, String secret, String mode) throws IOException {
        Path file = Files.writeString(keys.resolve(id + ".key"), secret);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
