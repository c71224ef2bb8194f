package kz.esep.publish.sign;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certification authority that lives as long as a test, and the keys it gives out.
public final class Authority {

    public static final String PASSWORD = "open sesame";

    private final X509Certificate certificate;
    private final KeyPair keys;

    private Authority(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    public static Authority called(String name) throws Exception {
        KeyPair keys = pair("EC");
        X500Name itself = new X500Name("CN=" + name + ",C=KZ");
        return new Authority(certificate(itself, itself, keys, keys, years(10), true), keys);
    }

    /// For `verify --trust`.
    public Path pem(Path file) throws Exception {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /// A key in PKCS#12, with its certificate and this authority's.
    ///
    /// @param algorithm `RSA` or `EC`
    public Path key(Path file, String name, String algorithm) throws Exception {
        return key(file, name, algorithm, years(1), KeyUsage.digitalSignature);
    }

    Path key(Path file, String name, String algorithm, Instant until, int usage) throws Exception {
        KeyPair own = pair(algorithm);
        X500Name subject = new X500Name("CN=" + name + ",O=Ministry,C=KZ");
        X509Certificate mine =
                certificate(
                        X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                        subject,
                        keys,
                        own,
                        until,
                        false,
                        usage);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "ministry",
                own.getPrivate(),
                PASSWORD.toCharArray(),
                new Certificate[] {mine, certificate});
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    private static Instant years(int years) {
        return Instant.now().plus(Duration.ofDays(365L * years));
    }

    private static KeyPair pair(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            X500Name issuer,
            X500Name subject,
            KeyPair by,
            KeyPair of,
            Instant until,
            boolean authority)
            throws Exception {
        return certificate(
                issuer, subject, by, of, until, authority, KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    private static X509Certificate certificate(
            X500Name issuer,
            X500Name subject,
            KeyPair by,
            KeyPair of,
            Instant until,
            boolean authority,
            int usage)
            throws Exception {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(Math.abs((long) subject.hashCode()) + 1),
                        Date.from(Instant.now().minus(Duration.ofDays(400))),
                        Date.from(until),
                        subject,
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(by.getPrivate())));
    }
}
