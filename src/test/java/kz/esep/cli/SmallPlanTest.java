package kz.esep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import kz.esep.cli.Clone.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A plan of one measure that is not due yet, of a ministry alone: no regions, no targets.
class SmallPlanTest {

    @TempDir Path folder;

    @Test
    void isReportedOnLikeAnyOther() throws IOException {
        Clone clone = Libraries.smallest(folder);

        Answer answer = clone.run("report", "--lang", "en");

        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.out().replace('\u00A0', ' '))
                .contains("are ready: issue No. 1, 17 documents, ");
    }
}
