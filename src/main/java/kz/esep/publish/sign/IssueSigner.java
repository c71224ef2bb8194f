package kz.esep.publish.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.ledger.Sha256;
import kz.esep.publish.Issues;
import kz.esep.publish.Manifest;

/// Signs every PDF of an issue and, with all the rest named in it, the manifest.
public final class IssueSigner {

    private static final String PDF = ".pdf";

    private final SigningKey key;
    private final Instant at;
    private final ZoneId zone;

    /// @param at the signing time
    /// @param zone in which a PDF says it
    public IssueSigner(SigningKey key, Instant at, ZoneId zone) {
        this.key = key;
        this.at = at;
        this.zone = zone;
    }

    /// Gathers a signed copy; the issue stays as it is.
    ///
    /// @return the copy's manifest
    public Manifest sign(Path issue, Manifest manifest, Path staging)
            throws IOException, KeyUnusable {
        SortedMap<String, String> signed = new TreeMap<>();
        for (String path : manifest.outputs().keySet()) {
            byte[] own = Files.readAllBytes(issue.resolve(path));
            byte[] laid = path.endsWith(PDF) ? SignedPdf.sign(own, key, at, zone) : own;
            Issues.put(staging.resolve(path), out -> out.write(laid));
            if (path.endsWith(PDF)) {
                signed.put(path, Sha256.of(staging.resolve(path)));
            }
        }
        Manifest result = manifest.withSigned(signed);
        byte[] signature = Cms.sign(result.bytes(), key, Optional.of(at));
        Issues.put(staging.resolve(Manifest.NAME), out -> out.write(result.bytes()));
        Issues.put(staging.resolve(Manifest.SIGNATURE), out -> out.write(signature));
        return result;
    }
}
