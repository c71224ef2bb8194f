package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// The documents of one issue, each known by its path below the folder.
interface Documents {

    List<String> paths();

    void write(String path, OutputStream out) throws IOException;
}
