package kz.esep.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whenever the ministry's own data say something else than before, a line of the ledger says so
/// and the archive keeps them: so the ledger's head decides what was known.
public final class Records {

    private final Archive archive;
    private final LedgerFile ledgerFile;

    public Records(Archive archive, LedgerFile ledgerFile) {
        this.archive = archive;
        this.ledgerFile = ledgerFile;
    }

    /// @param files by their path below the home; what is not among them is no more
    public Ledger keep(SortedMap<String, Path> files) throws IOException {
        SortedMap<String, String> now = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            now.put(file.getKey(), archive.keepInput(file.getValue()));
        }
        return ledgerFile.extend(ledger -> news(ledger.recorded(), now));
    }

    private static List<Entry.Recorded> news(
            SortedMap<String, String> before, SortedMap<String, String> now) {
        List<Entry.Recorded> news = new ArrayList<>();
        SortedMap<String, String> paths = new TreeMap<>(before);
        paths.putAll(now);
        for (String path : paths.keySet()) {
            String content = now.getOrDefault(path, "");
            if (!content.equals(before.getOrDefault(path, ""))) {
                news.add(new Entry.Recorded(path, content));
            }
        }
        return news;
    }
}
