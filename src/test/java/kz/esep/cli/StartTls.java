package kz.esep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// STARTTLS in front of a mail server that has none: a line begins in the open, and is protected
/// when the client asks for it.
final class StartTls implements AutoCloseable {

    private static final String OPEN = "in the open: ";

    private final ServerSocket door;
    private final int server;
    private final SSLContext protection;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    /// @param server its port
    /// @param keys with the certificate, in PKCS#12
    StartTls(int server, Path keys, String password) throws IOException, GeneralSecurityException {
        this.server = server;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, password.toCharArray());
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, password.toCharArray());
        this.protection = SSLContext.getInstance("TLS");
        this.protection.init(own.getKeyManagers(), null, null);
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Every line that the client said outside a message, and how: `protected: QUIT`.
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept();
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
                relay(client, there);
            } catch (IOException e) {
                // a client that trusts nobody hangs up
            }
        }
    }

    private void relay(Socket client, Socket there) throws IOException {
        BufferedReader answers = reader(there);
        Socket line = client;
        BufferedReader asks = reader(line);
        String how = OPEN;
        answer(answers, line);
        for (String said = asks.readLine(); said != null; said = asks.readLine()) {
            heard.add(how + said);
            if (said.equals("STARTTLS")) {
                write(line, "220 Begin");
                line = protect(client);
                asks = reader(line);
                how = "protected: ";
                continue;
            }
            write(there, said);
            if (said.startsWith("EHLO") && how.equals(OPEN)) {
                write(line, "250-localhost");
                write(line, "250-STARTTLS");
            }
            answer(answers, line);
            if (said.equals("DATA")) {
                String text;
                do {
                    text = asks.readLine();
                    write(there, text);
                } while (!text.equals("."));
                answer(answers, line);
            }
        }
    }

    private Socket protect(Socket client) throws IOException {
        SSLSocket line =
                (SSLSocket)
                        protection
                                .getSocketFactory()
                                .createSocket(client, "localhost", client.getPort(), true);
        line.setUseClientMode(false);
        line.startHandshake();
        return line;
    }

    private static void answer(BufferedReader from, Socket to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("the server has gone");
            }
            write(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    private static void write(Socket to, String line) throws IOException {
        to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
