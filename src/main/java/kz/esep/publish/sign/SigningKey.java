package kz.esep.publish.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.esep.ledger.Sha256;

/// The ministry's key, with its certificate and those above it.
///
/// @param chain the key's own certificate first
public record SigningKey(PrivateKey key, List<X509Certificate> chain) {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    public SigningKey {
        chain = List.copyOf(chain);
    }

    /// Reads PKCS#12.
    ///
    /// @param alias of the key; empty: its only one
    /// @param now when it is to sign
    /// @throws KeyUnusable if nobody can sign with it now
    public static SigningKey load(
            Path keystore, Optional<String> alias, char[] password, Instant now)
            throws KeyUnusable {
        KeyStore store = open(keystore, password);
        try {
            String chosen = chosen(store, alias, keystore);
            Key key = store.getKey(chosen, password);
            Certificate[] chain = store.getCertificateChain(chosen);
            if (!(key instanceof PrivateKey secret) || chain == null) {
                throw new KeyUnusable("no-key", Map.of("file", keystore.toString()));
            }
            List<X509Certificate> certificates =
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList();
            return usable(new SigningKey(secret, certificates), now);
        } catch (GeneralSecurityException e) {
            throw new KeyUnusable("algorithm", Map.of("algorithm", String.valueOf(e.getMessage())));
        }
    }

    private static KeyStore open(Path keystore, char[] password) throws KeyUnusable {
        Map<String, String> file = Map.of("file", keystore.toString());
        try (InputStream in = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException e) {
            throw new KeyUnusable(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "wrong-password"
                            : "keystore-unreadable",
                    file);
        } catch (GeneralSecurityException e) {
            throw new KeyUnusable("keystore-unreadable", file);
        }
    }

    private static String chosen(KeyStore store, Optional<String> alias, Path keystore)
            throws GeneralSecurityException, KeyUnusable {
        List<String> keys = new ArrayList<>();
        for (String each : Collections.list(store.aliases())) {
            if (store.isKeyEntry(each)) {
                keys.add(each);
            }
        }
        if (alias.isPresent() ? store.isKeyEntry(alias.get()) : keys.size() == 1) {
            return alias.orElseGet(keys::getFirst);
        }
        throw keys.isEmpty()
                ? new KeyUnusable("no-key", Map.of("file", keystore.toString()))
                : new KeyUnusable(
                        "which-key",
                        Map.of("file", keystore.toString(), "keys", String.join(", ", keys)));
    }

    private static SigningKey usable(SigningKey key, Instant now) throws KeyUnusable {
        X509Certificate certificate = key.certificate();
        // throws for what no standard signature is known for, such as GOST
        key.signatureAlgorithm();
        if (now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new KeyUnusable(
                    "not-valid",
                    Map.of(
                            "from", certificate.getNotBefore().toInstant().toString(),
                            "to", certificate.getNotAfter().toInstant().toString()));
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
            throw new KeyUnusable("not-for-signing", Map.of("name", key.name()));
        }
        return key;
    }

    X509Certificate certificate() {
        return chain.getFirst();
    }

    /// Whose it is, as the certificate says.
    public String name() {
        return Names.of(certificate());
    }

    /// SHA-256 of the certificate.
    public String fingerprint() {
        try {
            return Sha256.of(new ByteArrayInputStream(certificate().getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(certificate() + " was read, and is none", e);
        }
    }

    String signatureAlgorithm() throws KeyUnusable {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new KeyUnusable("algorithm", Map.of("algorithm", key.getAlgorithm()));
        };
    }

    @Override
    public String toString() {
        return "SigningKey[" + name() + "]";
    }
}
