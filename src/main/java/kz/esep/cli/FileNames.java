package kz.esep.cli;

import java.nio.charset.Charset;
import java.util.Map;

/// Whether this machine's settings let Java see files with Kazakh or Russian names.
///
/// With `LC_ALL=C` such a file in the inbox cannot even be opened, so the operator hears of it at
/// the start.
final class FileNames {

    private FileNames() {}

    static void check(Console console, String encoding) {
        boolean cyrillic =
                Charset.isSupported(encoding)
                        && Charset.forName(encoding).newEncoder().canEncode("Есеп әң");
        if (!cyrillic) {
            console.complain("cli.file-names", Map.of("encoding", encoding));
        }
    }
}
