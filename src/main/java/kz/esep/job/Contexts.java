package kz.esep.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.esep.publish.Issues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where things are kept that are derived: in a folder for each context, which is all that they
/// follow from. Those are forgotten that are not used for long.
final class Contexts {

    private static final Logger LOG = LoggerFactory.getLogger(Contexts.class);

    /// Today's, and those of some past reports that are made again.
    private static final int KEPT = 4;

    private Contexts() {}

    /// @param shelf below which the folders of all contexts lie
    /// @param context names all that what is kept follows from
    /// @return the context's folder; it need not be there yet
    static Path folder(Path shelf, String context) throws IOException {
        Path folder = shelf.resolve(context);
        if (Files.isDirectory(folder)) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
            forget(shelf);
        }
        return folder;
    }

    private static void forget(Path shelf) throws IOException {
        List<Path> contexts;
        try (Stream<Path> all = Files.list(shelf)) {
            contexts =
                    all.sorted(
                                    Comparator.comparingLong(
                                                    (Path each) -> each.toFile().lastModified())
                                            .reversed())
                            .toList();
        }
        for (Path old : contexts.subList(Math.min(KEPT, contexts.size()), contexts.size())) {
            try {
                Issues.deleteTree(old);
            } catch (IOException | UncheckedIOException e) {
                // another command may be at it
                LOG.debug("{} is left: {}", old, e.toString());
            }
        }
    }
}
