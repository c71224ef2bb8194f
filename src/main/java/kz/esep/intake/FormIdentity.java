package kz.esep.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a form says of itself, in the hidden sheet and again in a custom property.
///
/// @param keyId the key of the seal
/// @param seal lower-case hex; empty while unsealed
public record FormIdentity(
        String formVersion,
        String plan,
        String redaction,
        String period,
        String agency,
        String ledgerHead,
        String keyId,
        String seal) {

    /// Name and value of each part, in the order of the hidden sheet.
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("form-version", formVersion);
        parts.put("plan", plan);
        parts.put("redaction", redaction);
        parts.put("period", period);
        parts.put("agency", agency);
        parts.put("ledger-head", ledgerHead);
        parts.put("key-id", keyId);
        parts.put("seal", seal);
        return parts;
    }

    /// Reads what [#parts] names; empty unless plan, period and agency are there.
    public static Optional<FormIdentity> of(Map<String, String> parts) {
        if (!parts.containsKey("plan")
                || !parts.containsKey("period")
                || !parts.containsKey("agency")) {
            return Optional.empty();
        }
        return Optional.of(
                new FormIdentity(
                        parts.getOrDefault("form-version", ""),
                        parts.getOrDefault("plan", ""),
                        parts.getOrDefault("redaction", ""),
                        parts.getOrDefault("period", ""),
                        parts.getOrDefault("agency", ""),
                        parts.getOrDefault("ledger-head", ""),
                        parts.getOrDefault("key-id", ""),
                        parts.getOrDefault("seal", "")));
    }

    /// As the custom property holds it: `form-version=1;plan=…`.
    public String asProperty() {
        StringBuilder text = new StringBuilder();
        parts().forEach((name, value) -> text.append(name).append('=').append(value).append(';'));
        return text.toString();
    }

    public static Optional<FormIdentity> ofProperty(String property) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String pair : property.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parts.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return of(parts);
    }

    FormIdentity sealed(String sealingKey, String newSeal) {
        return new FormIdentity(
                formVersion, plan, redaction, period, agency, ledgerHead, sealingKey, newSeal);
    }

    public static FormIdentity of(FormContent content) {
        return new FormIdentity(
                FormLayout.VERSION,
                content.redaction().plan(),
                content.redaction().id(),
                content.period().toString(),
                content.agency().id(),
                content.ledgerHead(),
                "",
                "");
    }
}
