package kz.esep.render.tagged;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// Finds the style sheets and images that a document names. Nothing else is ever loaded.
@FunctionalInterface
public interface Resources {
    /// Opens a resource by its name as the document writes it: `report.css`, `images/seal.png`.
    /// Empty if there is none: the document is then refused.
    Optional<InputStream> open(String name) throws IOException;
}
