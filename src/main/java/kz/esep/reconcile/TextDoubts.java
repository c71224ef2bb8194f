package kz.esep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.intake.Claim;
import kz.esep.language.Tongue;
import kz.esep.plan.Parameters;

/// Progress texts that were copied from the last period, and texts in the other language's column.
final class TextDoubts implements Doubt {

    private final Parameters parameters;
    private final Remarks remarks;

    TextDoubts(Parameters parameters, Remarks remarks) {
        this.parameters = parameters;
        this.remarks = remarks;
    }

    @Override
    public List<Finding> in(Testimony testimony) {
        List<Finding> found = new ArrayList<>();
        Claim claim = testimony.now().claim();
        testimony.before().flatMap(before -> copied(testimony, before)).ifPresent(found::add);
        if (Tongue.of(claim.progressRu()) == Tongue.KAZAKH) {
            found.add(
                    remarks.doubt(
                            FindingCode.KAZAKH_IN_RUSSIAN_COLUMN,
                            testimony,
                            claim.progressRu(),
                            Map.of()));
        }
        if (Tongue.of(claim.progressKk()) == Tongue.RUSSIAN) {
            found.add(
                    remarks.doubt(
                            FindingCode.RUSSIAN_IN_KAZAKH_COLUMN,
                            testimony,
                            claim.progressKk(),
                            Map.of()));
        }
        return found;
    }

    /// Of what is done there is nothing new to tell.
    private Optional<Finding> copied(Testimony testimony, FiledClaim before) {
        if (Completion.claimsDone(testimony.now()) && Completion.claimsDone(before)) {
            return Optional.empty();
        }
        return Stream.<Function<Claim, String>>of(Claim::progressRu, Claim::progressKk)
                .filter(text ->
                        same(text.apply(testimony.now().claim()), text.apply(before.claim())))
                .findFirst()
                .map(text ->
                        remarks.doubt(
                                FindingCode.TEXT_COPIED,
                                testimony,
                                text.apply(testimony.now().claim()),
                                Map.of(
                                        "period", before.period(),
                                        "otherPlace", before.claim().place().toString())));
    }

    private boolean same(String now, String before) {
        return now.length() > parameters.shortText() && folded(now).equals(folded(before));
    }

    private static String folded(String text) {
        return text.replaceAll("[\\s\\p{Z}]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
