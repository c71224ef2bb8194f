package kz.esep.job;

import java.io.IOException;
import java.util.List;
import kz.esep.ledger.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a killed process left half done. To be cleared only by one that has the run's turn.
final class Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private Leftovers() {}

    /// Ends an exchange of what readers open, and removes copies that got no name in the archive.
    static void clear(Home home) throws IOException {
        home.issues("").repair();
        List<String> halves = new Archive(home.archive()).removeHalves();
        if (!halves.isEmpty()) {
            LOG.info("A killed process left copies half made; removed: {}", halves);
        }
    }
}
