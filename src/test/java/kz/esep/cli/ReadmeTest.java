package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.esep.Golden;
import kz.esep.cli.Clone.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The README's maintainer page shows what the commands print on a fresh clone, and nothing else.
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final int WIDTH = 116;

    /// The command, what lies between it and the chain, the chain.
    private static final Pattern CHAIN =
            Pattern.compile(
                    "(<summary><code>esep )(why [^<]+)(</code>[^\n]+\n\n```text\n)(.*?)(?=```\n)",
                    Pattern.DOTALL);

    @TempDir Path folder;

    @Test
    void printsTheChainsOfTenHardRows() throws IOException {
        Clone clone = Clone.whole(folder.resolve("clone"));
        String readme = Files.readString(README);

        String told =
                CHAIN.matcher(readme)
                        .replaceAll(shown ->
                                Matcher.quoteReplacement(
                                        shown.group(1)
                                                + shown.group(2)
                                                + shown.group(3)
                                                + chain(clone, shown)));

        assertThat(CHAIN.matcher(readme).results().map(shown -> shown.group(2)))
                .hasSize(10)
                .doesNotHaveDuplicates();
        Golden.assertSame(README, told);
    }

    private static String chain(Clone clone, MatchResult shown) {
        Answer answer = clone.run(shown.group(2).split(" "));
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exit()).isZero();
        return answer.out().lines().map(ReadmeTest::folded).collect(Collectors.joining());
    }

    /// A long line goes on below itself, further in; no word is changed.
    private static String folded(String line) {
        String further = line.replaceFirst("\\S.*", "") + "    ";
        StringBuilder folded = new StringBuilder();
        String rest = line;
        int blank = rest.lastIndexOf(' ', WIDTH);
        while (rest.length() > WIDTH && blank >= further.length()) {
            folded.append(rest, 0, blank).append('\n');
            rest = further + rest.substring(blank + 1);
            blank = rest.lastIndexOf(' ', WIDTH);
        }
        return folded.append(rest).append('\n').toString();
    }
}
