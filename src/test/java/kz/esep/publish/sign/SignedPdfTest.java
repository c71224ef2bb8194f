package kz.esep.publish.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.esep.language.Language;
import kz.esep.language.Sentence;
import kz.esep.render.DocumentId;
import kz.esep.render.Format;
import kz.esep.render.Kind;
import kz.esep.render.Renderer;
import kz.esep.render.tagged.Validator;
import kz.esep.report.Reports;
import kz.esep.report.Samples;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// A real report, signed; looked at by veraPDF and PDFBox, which know nothing of us.
class SignedPdfTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final String NAME = "Министрлік";

    private static final Renderer RENDERER = new Renderer(Path.of("templates"));
    private static final Reports REPORTS = Reports.of(Samples.few(), Samples.provenance());

    @TempDir static Path folder;
    private static byte[] own = {};
    private static byte[] signed = {};
    private static Optional<Authority> authority = Optional.empty();

    @BeforeAll
    static void sign() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RENDERER.write(DocumentId.of(Kind.CONSOLIDATED, Language.KK, Format.PDF), REPORTS, out);
        own = out.toByteArray();
        authority = Optional.of(Authority.called("Test CA"));
        signed = SignedPdf.sign(own, key("RSA"), now(), ALMATY);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    private static SigningKey key(String algorithm) throws Exception {
        Path file = authority.orElseThrow().key(folder.resolve(algorithm), NAME, algorithm);
        return SigningKey.load(file, Optional.empty(), password(), now());
    }

    private static char[] password() {
        return Authority.PASSWORD.toCharArray();
    }

    @Test
    void standsBehindTheDocumentsOwnBytes() {
        assertThat(signed).hasSizeGreaterThan(own.length).startsWith(own);
    }

    @Test
    void breaksNoRuleOfPdfUaOrPdfA() throws Exception {
        assertThat(Validator.broken(signed, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Validator.broken(signed, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    /// The first PDF of each kind, in each language.
    static List<DocumentId> oneOfEachKind() {
        Map<String, DocumentId> first = new TreeMap<>();
        Renderer.documents(REPORTS).stream()
                .filter(document -> document.format() == Format.PDF)
                .forEach(document ->
                        first.putIfAbsent(document.kind() + " " + document.language(), document));
        return List.copyOf(first.values());
    }

    @Test
    void knowsEveryKindThatIsSigned() {
        assertThat(oneOfEachKind().stream().map(DocumentId::kind))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values())
                                .filter(kind -> kind.formats().contains(Format.PDF))
                                .flatMap(kind -> Stream.of(kind, kind))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void breaksNoRuleInAnyKindOfDocument(DocumentId document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RENDERER.write(document, REPORTS, out);
        byte[] pdf = SignedPdf.sign(out.toByteArray(), key("EC"), now(), ALMATY);

        assertThat(Validator.broken(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(Validator.broken(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void isASignatureOfTheWholeFileToPdfBox(String algorithm) throws Exception {
        byte[] pdf = SignedPdf.sign(own, key(algorithm), now(), ALMATY);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getSignatureDictionaries()).hasSize(1);
            PDSignature signature = document.getSignatureDictionaries().getFirst();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getName()).isEqualTo(NAME);
            int[] range = signature.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(pdf.length);
            assertThat(range[2] - range[1]).isEqualTo(signature.getContents(pdf).length * 2 + 2);

            CMSSignedData cms =
                    new CMSSignedData(
                            new CMSProcessableByteArray(signature.getSignedContent(pdf)),
                            new ByteArrayInputStream(signature.getContents(pdf)));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            X509CertificateHolder certificate =
                    cms.getCertificates().getMatches(null).stream()
                            .filter(each -> signer.getSID().match(each))
                            .findFirst()
                            .orElseThrow();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                    .isTrue();
            assertThat(
                            signer.getSignedAttributes()
                                    .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .isNotNull();
            assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        }
    }

    @Test
    void holdsToOurOwnEyesAndLeadsToItsAuthorityOnly() throws Exception {
        SignedPdf.Read read = SignedPdf.read(signed).orElseThrow();
        Trust own = Trust.in(authority.orElseThrow().pem(folder.resolve("own.pem")));
        Trust other = Trust.in(Authority.called("Other CA").pem(folder.resolve("other.pem")));

        assertThat(read.whole()).isTrue();
        assertThat(read.signature().holds()).isTrue();
        assertThat(Names.of(read.signature().signer())).isEqualTo(NAME);
        Instant at = read.at().orElseThrow();
        assertThat(own.reaches(read.signature().signer(), read.signature().certificates(), at))
                .isTrue();
        assertThat(other.reaches(read.signature().signer(), read.signature().certificates(), at))
                .isFalse();
    }

    /// One bit anywhere: in the document, in the signature's dictionary, in the signature itself.
    @Test
    void doesNotHoldOnceAnyByteIsChanged() {
        List<Integer> missed = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int at = (int) ((long) i * (signed.length - 1) / 59);
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            boolean holds =
                    SignedPdf.read(changed)
                            .filter(read -> read.whole() && read.signature().holds())
                            .isPresent();
            // the room behind the signature is zeros that nobody signs: its hash is in the manifest
            if (holds && !isPadding(at)) {
                missed.add(at);
            }
        }
        assertThat(missed).isEmpty();
    }

    private static boolean isPadding(int at) {
        try (PDDocument document = Loader.loadPDF(signed)) {
            int[] range = document.getSignatureDictionaries().getFirst().getByteRange();
            return at >= range[1] && at < range[2];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void doesNotHoldOnceSomethingWasAddedBehindIt() {
        byte[] longer = Arrays.copyOf(signed, signed.length + 10);
        Arrays.fill(longer, signed.length, longer.length, (byte) '\n');

        assertThat(SignedPdf.read(longer).filter(SignedPdf.Read::whole)).isEmpty();
    }

    @Test
    void knowsWhichDocumentWasSigned() {
        assertThat(SignedPdf.beginsWith(signed, hash(own))).isTrue();
        assertThat(SignedPdf.beginsWith(signed, hash(signed))).isTrue();
        assertThat(SignedPdf.beginsWith(signed, "0".repeat(64))).isFalse();
    }

    private static String hash(byte[] bytes) {
        try {
            return kz.esep.ledger.Sha256.of(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysWhyAKeyCannotSign() throws Exception {
        Authority ca = authority.orElseThrow();
        Path good = ca.key(folder.resolve("good.p12"), NAME, "EC");
        Path late =
                ca.key(
                        folder.resolve("late.p12"),
                        NAME,
                        "EC",
                        Instant.parse("2025-12-31T00:00:00Z"),
                        KeyUsage.digitalSignature);
        Path other =
                ca.key(
                        folder.resolve("other.p12"),
                        NAME,
                        "EC",
                        Instant.parse("2099-12-31T00:00:00Z"),
                        KeyUsage.keyEncipherment);
        Path nothing = folder.resolve("nowhere.p12");

        assertThat(refusal(nothing, Optional.empty(), password()))
                .isEqualTo(
                        Sentence.of(
                                "sign.keystore-unreadable", Map.of("file", nothing.toString())));
        assertThat(refusal(good, Optional.empty(), "wrong".toCharArray()))
                .isEqualTo(Sentence.of("sign.wrong-password", Map.of("file", good.toString())));
        assertThat(refusal(good, Optional.of("another"), password()))
                .isEqualTo(
                        Sentence.of(
                                "sign.which-key",
                                Map.of("file", good.toString(), "keys", "ministry")));
        assertThat(refusal(late, Optional.empty(), password()).key()).isEqualTo("sign.not-valid");
        assertThat(refusal(other, Optional.empty(), password()))
                .isEqualTo(Sentence.of("sign.not-for-signing", Map.of("name", NAME)));
        assertThatThrownBy(() -> Trust.in(nothing)).isInstanceOf(KeyUnusable.class);
    }

    private static Sentence refusal(Path file, Optional<String> alias, char[] password) {
        try {
            throw new AssertionError(SigningKey.load(file, alias, password, now()));
        } catch (KeyUnusable e) {
            return e.why();
        }
    }
}
