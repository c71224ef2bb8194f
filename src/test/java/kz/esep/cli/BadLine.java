package kz.esep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A line to a mail server on which things go wrong: what is said goes through to the server and
/// back, but for one fault.
final class BadLine implements AutoCloseable {

    /// What goes wrong.
    enum Fault {
        /// A receiver is unknown.
        REFUSES_THE_RECEIVER,
        /// The connection ends in the middle of a message.
        ENDS_IN_DATA,
        /// The server has the message, and its answer gets lost with the connection.
        LOSES_THE_ANSWER,
        /// The server has the message, and its answer does not come.
        NEVER_ANSWERS
    }

    private final ServerSocket door;
    private final int server;
    private final Fault fault;
    private final String receiver;
    private final CountDownLatch delivered = new CountDownLatch(1);

    /// @param server its port
    /// @param receiver whose messages it concerns
    BadLine(int server, Fault fault, String receiver) throws IOException {
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.server = server;
        this.fault = fault;
        this.receiver = receiver;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Returns when the server has the message and the client waits for the answer.
    boolean awaitDelivery() throws InterruptedException {
        return delivered.await(60, TimeUnit.SECONDS);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept();
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
                relay(client, there);
            } catch (IOException e) {
                // the fault itself, or the end of the test
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void relay(Socket client, Socket there) throws IOException, InterruptedException {
        BufferedReader asks = reader(client);
        BufferedReader answers = reader(there);
        answer(answers, client.getOutputStream());
        boolean concerned = false;
        for (String line = asks.readLine(); line != null; line = asks.readLine()) {
            if (line.startsWith("RCPT TO:")) {
                concerned = line.contains("<" + receiver + ">");
                if (concerned && fault == Fault.REFUSES_THE_RECEIVER) {
                    write(client.getOutputStream(), "550 5.1.1 No such mailbox here");
                    continue;
                }
            }
            write(there.getOutputStream(), line);
            answer(answers, client.getOutputStream());
            if (line.equals("DATA") && !data(asks, answers, client, there, concerned)) {
                return;
            }
        }
    }

    /// @return whether the line still holds
    private boolean data(
            BufferedReader asks,
            BufferedReader answers,
            Socket client,
            Socket there,
            boolean concerned)
            throws IOException, InterruptedException {
        int lines = 0;
        String line;
        do {
            line = asks.readLine();
            if (concerned && fault == Fault.ENDS_IN_DATA && ++lines > 10) {
                return false;
            }
            write(there.getOutputStream(), line);
        } while (!line.equals("."));
        if (concerned && fault != Fault.REFUSES_THE_RECEIVER) {
            answer(answers, OutputStream.nullOutputStream());
            delivered.countDown();
            if (fault == Fault.NEVER_ANSWERS) {
                new CountDownLatch(1).await();
            }
            return false;
        }
        answer(answers, client.getOutputStream());
        return true;
    }

    private static void answer(BufferedReader from, OutputStream to) throws IOException {
        String line;
        do {
            line = from.readLine();
            if (line == null) {
                throw new IOException("the server has gone");
            }
            write(to, line);
        } while (line.length() > 3 && line.charAt(3) == '-');
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static BufferedReader reader(Socket socket) {
        try {
            return new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
