package kz.esep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One side of a mail server's talk, for those who stand between: line by line, as RFC 5321 has it.
final class SmtpLine {

    private final Socket socket;
    private final BufferedReader reader;

    SmtpLine(Socket socket) throws IOException {
        this.socket = socket;
        this.reader =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /// @return null at the end
    @Nullable String read() throws IOException {
        return reader.readLine();
    }

    /// @throws IOException also at the end
    String next() throws IOException {
        String line = read();
        if (line == null) {
            throw new IOException("the other side has gone");
        }
        return line;
    }

    void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /// Passes the server's answer on.
    void answer(SmtpLine client) throws IOException {
        for (String line : answer()) {
            client.write(line);
        }
    }

    /// The server's answer, which has a hyphen after its number on all lines but the last.
    List<String> answer() throws IOException {
        List<String> answer = new ArrayList<>();
        do {
            answer.add(next());
        } while (answer.getLast().startsWith("-", 3));
        return answer;
    }
}
