package kz.esep.publish.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The certificates of those whose word on others is believed: a PEM file of the ministry's or the
/// state's certification authority.
///
/// Whether a certificate was revoked is not asked: that needs a network, which Esep never uses.
public final class Trust {

    private final Set<TrustAnchor> anchors;

    private Trust(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /// @throws KeyUnusable if the file holds no certificate
    public static Trust in(Path pem) throws KeyUnusable {
        try (InputStream in = Files.newInputStream(pem)) {
            Set<TrustAnchor> anchors =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(each -> new TrustAnchor((X509Certificate) each, null))
                            .collect(Collectors.toSet());
            if (!anchors.isEmpty()) {
                return new Trust(anchors);
            }
        } catch (IOException | GeneralSecurityException e) {
            // said below
        }
        throw new KeyUnusable("trust-unreadable", Map.of("file", pem.toString()));
    }

    /// Whether a path leads from a certificate to one of those, all valid at that time.
    boolean reaches(X509Certificate certificate, CertStore others, Instant at) {
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(others);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
