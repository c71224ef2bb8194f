package kz.esep.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Seals forms and checks seals: HMAC-SHA256 over the identity, with a key id.
///
/// A seal proves that Esep issued the form, not who sent it. The committed key [#DEMO] is refused
/// as soon as a ministry's key is known; a ministry's older keys go on verifying.
public final class Seals {

    public static final String DEMO = "demo";
    private static final byte[] DEMO_KEY =
            "Esep demonstration key: proves nothing".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, byte[]> keys;
    private final String current;

    private Seals(Map<String, byte[]> keys, String current) {
        this.keys = keys;
        this.current = current;
    }

    /// Seals of demonstration data only.
    public static Seals demonstration() {
        return new Seals(Map.of(DEMO, DEMO_KEY), DEMO);
    }

    /// @param keys a ministry's keys by id, current and older ones
    /// @param current the id of the key that seals
    public static Seals of(Map<String, byte[]> keys, String current) {
        if (!keys.containsKey(current)) {
            throw new IllegalArgumentException("There is no sealing key " + current);
        }
        if (keys.containsKey(DEMO)) {
            throw new IllegalArgumentException("A ministry's key is not called " + DEMO);
        }
        return new Seals(new TreeMap<>(keys), current);
    }

    /// Whether forms sealed now are demonstration data.
    public boolean isDemonstration() {
        return current.equals(DEMO);
    }

    public FormIdentity seal(FormIdentity identity) {
        FormIdentity keyed = identity.sealed(current, "");
        return keyed.sealed(current, code(keyed, keyOf(current)));
    }

    public SealVerdict verify(FormIdentity identity) {
        if (identity.seal().isEmpty()) {
            return SealVerdict.MISSING;
        }
        if (!keys.containsKey(identity.keyId())) {
            return SealVerdict.INVALID;
        }
        String expected = code(identity.sealed(identity.keyId(), ""), keyOf(identity.keyId()));
        boolean fits =
                MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        identity.seal().getBytes(StandardCharsets.UTF_8));
        if (!fits) {
            return SealVerdict.INVALID;
        }
        return identity.keyId().equals(DEMO) ? SealVerdict.DEMONSTRATION : SealVerdict.VALID;
    }

    /// Tells one set of keys from another, and nothing of the keys: other keys judge otherwise.
    public String mark() {
        FormIdentity nothing = new FormIdentity("", "", "", "", "", "", "", "");
        StringBuilder mark = new StringBuilder(current);
        keys.forEach(
                (id, key) -> mark.append(' ').append(id).append(' ').append(code(nothing, key)));
        return mark.toString();
    }

    private byte[] keyOf(String id) {
        byte[] key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("There is no sealing key " + id);
        }
        return key;
    }

    /// Each part with its length before it, so that no two identities read alike.
    private static String code(FormIdentity identity, byte[] key) {
        StringBuilder text = new StringBuilder("esep-form-seal-1\n");
        identity.parts()
                .forEach((name, value) ->
                        text.append(name)
                                .append(' ')
                                .append(value.length())
                                .append(' ')
                                .append(value)
                                .append('\n'));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }
}
