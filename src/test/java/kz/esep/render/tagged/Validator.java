package kz.esep.render.tagged;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/// Asks veraPDF.
public final class Validator {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Validator() {}

    /// The rules that a file breaks, each once: `7.3-1 Figure tags shall include …`.
    public static List<String> broken(byte[] pdf, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(pdf), standard);
                PDFAValidator validator =
                        ValidatorFactory.createValidator(standard, 100, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(check -> check.getStatus() == TestAssertion.Status.FAILED)
                    .map(Validator::rule)
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String rule(TestAssertion check) {
        return "%s-%d %s"
                .formatted(
                        check.getRuleId().getClause(),
                        check.getRuleId().getTestNumber(),
                        check.getMessage());
    }
}
