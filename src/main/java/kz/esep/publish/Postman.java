package kz.esep.publish;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kz.esep.settings.MailSettings;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/// Hands letters to the mail server, all over one connection while that holds.
///
/// By Jakarta Mail itself: what matters here is whether the server had a message whole when
/// something failed, and helpers above it do not say.
public final class Postman implements AutoCloseable {

    private final MailSettings settings;
    private final Session session;
    private Optional<SMTPTransport> transport = Optional.empty();

    /// @throws IllegalStateException if there is no server, or its authority cannot be read
    public Postman(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /// What became of a letter.
    public sealed interface Outcome {

        /// @param said the server's answer
        record Accepted(String said) implements Outcome {}

        /// The server did not take it, or never had it whole: it can be sent again.
        record Refused(String said) implements Outcome {}

        /// It was on its way when the connection ended: it may have arrived.
        record InDoubt(String said) implements Outcome {}
    }

    /// Makes sure of the connection.
    ///
    /// @throws MessagingException if the server cannot be reached, offers no protection that was
    ///   asked for, or does not let us in
    public void connect() throws MessagingException {
        if (transport.filter(SMTPTransport::isConnected).isPresent()) {
            return;
        }
        close();
        SMTPTransport fresh = (SMTPTransport) session.getTransport();
        if (settings.user().isEmpty()) {
            fresh.connect();
        } else {
            fresh.connect(
                    settings.host().orElseThrow(),
                    settings.port(),
                    settings.user(),
                    settings.password());
        }
        transport = Optional.of(fresh);
    }

    /// To be called when [#connect()] has returned.
    ///
    /// @param date that the message bears
    public Outcome send(Letter letter, Instant date) throws IOException, MessagingException {
        MimeMessage message = message(letter, date);
        SMTPTransport open = transport.orElseThrow();
        try {
            open.sendMessage(message, new Address[] {new InternetAddress(letter.to())});
            return new Outcome.Accepted(line(open.getLastServerResponse()));
        } catch (SMTPSendFailedException e) {
            // 421 and the like are answers too; -1 is a connection that ended without one
            boolean whole = e.getCommand() == null || e.getCommand().strip().equals(".");
            return e.getReturnCode() < 0 && whole
                    ? new Outcome.InDoubt(line(e.getMessage()))
                    : new Outcome.Refused(line(e.getMessage()));
        } catch (SendFailedException e) {
            return e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0
                    ? new Outcome.Refused(reasons(e))
                    : new Outcome.InDoubt(reasons(e));
        } catch (MessagingException e) {
            return new Outcome.InDoubt(reasons(e));
        }
    }

    private MimeMessage message(Letter letter, Instant date)
            throws IOException, MessagingException {
        String id = letter.id();
        MimeMessage message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", messageId(id));
                    }
                };
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        if (settings.replyTo().isPresent()) {
            message.setReplyTo(
                    new Address[] {new InternetAddress(settings.replyTo().orElseThrow())});
        }
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(date));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "kk, ru");

        MimeMultipart words = new MimeMultipart("alternative");
        words.addBodyPart(text(letter.text(), "plain"));
        words.addBodyPart(text(letter.html(), "html"));
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(words);
        MimeMultipart all = new MimeMultipart("mixed");
        all.addBodyPart(body);
        for (Map.Entry<String, Path> attachment : letter.attachments().entrySet()) {
            MimeBodyPart part = new MimeBodyPart();
            part.attachFile(attachment.getValue().toFile(), type(attachment.getKey()), "base64");
            part.setFileName(attachment.getKey());
            all.addBodyPart(part);
        }
        message.setContent(all);
        message.saveChanges();
        return message;
    }

    /// The same whenever the letter is sent: a mailbox that had it before may know it again.
    String messageId(String letter) {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        return "<esep." + letter + "@" + domain + ">";
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), subtype);
        return part;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "pdf" -> "application/pdf";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "xls" -> "application/vnd.ms-excel";
            case "txt" -> "text/plain; charset=UTF-8";
            default -> "application/octet-stream";
        };
    }

    private static String reasons(MessagingException failure) {
        StringBuilder reasons = new StringBuilder();
        for (Exception at = failure; at != null; at = next(at)) {
            String said = line(at.getMessage());
            if (!said.isEmpty() && reasons.indexOf(said) < 0) {
                reasons.append(reasons.isEmpty() ? "" : "; ").append(said);
            }
        }
        return reasons.toString();
    }

    private static @org.jspecify.annotations.Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException nested ? nested.getNextException() : null;
    }

    private static String line(@org.jspecify.annotations.Nullable String said) {
        return said == null ? "" : said.strip().replaceAll("\\s+", " ");
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        String timeout = Long.toString(settings.timeout().toMillis());
        Map<String, String> texts =
                Map.of(
                        "mail.transport.protocol",
                        "smtp",
                        "mail.smtp.host",
                        settings.host().orElseThrow(),
                        "mail.smtp.port",
                        Integer.toString(settings.port()),
                        "mail.smtp.auth",
                        Boolean.toString(!settings.user().isEmpty()),
                        "mail.smtp.connectiontimeout",
                        timeout,
                        "mail.smtp.timeout",
                        timeout,
                        "mail.smtp.writetimeout",
                        timeout,
                        "mail.smtp.localhost",
                        settings.from().substring(settings.from().indexOf('@') + 1));
        texts.forEach(properties::setProperty);
        switch (settings.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.authority()
                .ifPresent(file ->
                        properties.put(
                                "mail.smtp.ssl.socketFactory", trusting(file).getSocketFactory()));
        return properties;
    }

    /// Trusts the certificates of a file and no others: those of a ministry's own authority.
    private static SSLContext trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate authority :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The certificates of " + pem + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        transport.ifPresent(open -> {
            try {
                open.close();
            } catch (MessagingException _) {
                // what was sent was answered before; a goodbye that fails changes nothing
            }
        });
        transport = Optional.empty();
    }
}
