package kz.esep.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.esep.ledger.Difference;

/// An issue's folder, document by document, against its manifest.
///
/// @param manifest empty where it is missing or cannot be read
/// @param documents how many there are
public record IssueAudit(Optional<Manifest> manifest, int documents, List<Difference> differences) {

    public IssueAudit {
        differences = List.copyOf(differences);
    }

    /// @param shown how the folder is called to people
    public static IssueAudit of(Path folder, String shown) throws IOException {
        SortedMap<String, String> there = Issues.documents(folder.toRealPath());
        Optional<Manifest> manifest = Manifest.in(folder);
        if (manifest.isEmpty()) {
            String key =
                    Files.exists(folder.resolve(Manifest.NAME))
                            ? "manifest-unreadable"
                            : "manifest-missing";
            return new IssueAudit(
                    manifest,
                    there.size(),
                    List.of(Difference.of(shown + "/" + Manifest.NAME, key)));
        }
        SortedMap<String, String> wanted = manifest.get().documents();
        List<Difference> differences = new ArrayList<>();
        wanted.forEach((path, sha256) -> {
            String found = there.getOrDefault(path, "");
            if (found.isEmpty()) {
                differences.add(
                        Difference.of(
                                shown + "/" + path,
                                "document-missing",
                                Map.of("expected", sha256)));
            } else if (!found.equals(sha256)) {
                differences.add(
                        Difference.of(
                                shown + "/" + path,
                                "document-changed",
                                Map.of("expected", sha256, "found", found)));
            }
        });
        there.forEach((path, found) -> {
            if (!wanted.containsKey(path)) {
                differences.add(
                        Difference.of(
                                shown + "/" + path, "document-extra", Map.of("found", found)));
            }
        });
        return new IssueAudit(manifest, there.size(), differences);
    }
}
