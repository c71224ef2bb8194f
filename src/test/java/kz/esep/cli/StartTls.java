package kz.esep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
        SmtpLine mailServer = new SmtpLine(there);
        SmtpLine line = new SmtpLine(client);
        String how = OPEN;
        mailServer.answer(line);
        for (String said = line.read(); said != null; said = line.read()) {
            heard.add(how + said);
            if (said.equals("STARTTLS")) {
                line.write("220 Begin");
                line = new SmtpLine(protect(client));
                how = "protected: ";
                continue;
            }
            mailServer.write(said);
            if (said.startsWith("EHLO") && how.equals(OPEN)) {
                line.write("250-localhost");
                line.write("250-STARTTLS");
            }
            mailServer.answer(line);
            if (said.equals("DATA")) {
                String text;
                do {
                    text = line.next();
                    mailServer.write(text);
                } while (!text.equals("."));
                mailServer.answer(line);
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

    @Override
    public void close() throws IOException {
        door.close();
    }
}
