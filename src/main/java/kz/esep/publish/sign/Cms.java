package kz.esep.publish.sign;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaCertStoreBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// Detached CMS signatures with the attributes that CAdES and PAdES baseline B ask for.
///
/// The signing certificate is among what is signed (ESS signing-certificate-v2), so that nobody can
/// put another one of the same key in its place.
final class Cms {

    private Cms() {}

    /// @param at the signing time among what is signed; empty for a PDF, which says it itself and
    ///   in whose signature PAdES forbids it
    static byte[] sign(byte[] content, SigningKey key, Optional<Instant> at) throws KeyUnusable {
        try {
            ASN1EncodableVector signed = new ASN1EncodableVector();
            signed.add(
                    new Attribute(
                            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                            new DERSet(
                                    new SigningCertificateV2(
                                            new ESSCertIDv2(hash(key.certificate()))))));
            at.ifPresent(instant ->
                    signed.add(
                            new Attribute(
                                    CMSAttributes.signingTime,
                                    new DERSet(new Time(Date.from(instant))))));
            DefaultSignedAttributeTableGenerator attributes =
                    new DefaultSignedAttributeTableGenerator(new AttributeTable(signed));
            JcaSignerInfoGeneratorBuilder signer =
                    new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build());
            signer.setSignedAttributeGenerator(parameters -> {
                AttributeTable table = attributes.getAttributes(parameters);
                // it adds the machine's time where we name none
                return at.isPresent() ? table : table.remove(CMSAttributes.signingTime);
            });
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    signer.build(
                            new JcaContentSignerBuilder(key.signatureAlgorithm()).build(key.key()),
                            key.certificate()));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException
                | OperatorCreationException
                | CMSException
                | IOException e) {
            throw new IllegalStateException("The key of " + key.name() + " does not sign", e);
        }
    }

    /// A signature that was read.
    ///
    /// @param holds whether the content is what was signed, by the certificate that is named in it
    /// @param certificates that came with it
    /// @param at the signing time among what was signed
    record Read(
            boolean holds, X509Certificate signer, CertStore certificates, Optional<Instant> at) {}

    /// @return empty if these bytes are no signature
    static Optional<Read> read(byte[] content, byte[] signature) {
        try {
            CMSSignedData data =
                    new CMSSignedData(
                            new CMSProcessableByteArray(content),
                            ContentInfo.getInstance(first(signature)));
            SignerInformation info = data.getSignerInfos().getSigners().iterator().next();
            // the signer's identifier selects its certificate; BouncyCastle's selector is raw
            @SuppressWarnings("unchecked")
            X509CertificateHolder holder =
                    (X509CertificateHolder)
                            data.getCertificates().getMatches(info.getSID()).iterator().next();
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return Optional.of(
                    new Read(
                            holds(info, certificate) && names(info, certificate),
                            certificate,
                            new JcaCertStoreBuilder()
                                    .addCertificates(data.getCertificates())
                                    .build(),
                            at(info)));
        } catch (CMSException | GeneralSecurityException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// In a PDF zeros fill the room behind it.
    private static ASN1Primitive first(byte[] signature) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(signature)) {
            return in.readObject();
        }
    }

    private static boolean holds(SignerInformation info, X509Certificate certificate) {
        try {
            return info.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static boolean names(SignerInformation info, X509Certificate certificate)
            throws GeneralSecurityException {
        AttributeTable signed = info.getSignedAttributes();
        Attribute attribute =
                signed == null
                        ? null
                        : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        ESSCertIDv2 named =
                SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getCerts()[0];
        return named.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
                && Arrays.equals(named.getCertHash(), hash(certificate));
    }

    private static Optional<Instant> at(SignerInformation info) {
        return Optional.ofNullable(info.getSignedAttributes())
                .map(signed -> signed.get(CMSAttributes.signingTime))
                .map(attribute -> Time.getInstance(attribute.getAttrValues().getObjectAt(0)))
                .map(time -> time.getDate().toInstant());
    }

    private static byte[] hash(X509Certificate certificate) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    }
}
