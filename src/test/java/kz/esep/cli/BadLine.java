package kz.esep.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
        SmtpLine mailServer = new SmtpLine(there);
        SmtpLine line = new SmtpLine(client);
        mailServer.answer(line);
        boolean concerned = false;
        for (String said = line.read(); said != null; said = line.read()) {
            if (said.startsWith("RCPT TO:")) {
                concerned = said.contains("<" + receiver + ">");
                if (concerned && fault == Fault.REFUSES_THE_RECEIVER) {
                    line.write("550 5.1.1 No such mailbox here");
                    continue;
                }
            }
            mailServer.write(said);
            mailServer.answer(line);
            if (said.equals("DATA") && !data(line, mailServer, concerned)) {
                return;
            }
        }
    }

    /// @return whether the line still holds
    private boolean data(SmtpLine line, SmtpLine mailServer, boolean concerned)
            throws IOException, InterruptedException {
        int lines = 0;
        String text;
        do {
            text = line.next();
            if (concerned && fault == Fault.ENDS_IN_DATA && ++lines > 10) {
                return false;
            }
            mailServer.write(text);
        } while (!text.equals("."));
        if (concerned && fault != Fault.REFUSES_THE_RECEIVER) {
            mailServer.answer();
            delivered.countDown();
            if (fault == Fault.NEVER_ANSWERS) {
                new CountDownLatch(1).await();
            }
            return false;
        }
        mailServer.answer(line);
        return true;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
