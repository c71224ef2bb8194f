package kz.esep.reconcile;

import java.util.Map;
import java.util.TreeMap;
import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.findings.Finding;
import kz.esep.findings.FindingCode;
import kz.esep.findings.Place;
import kz.esep.intake.Claim;
import kz.esep.language.Bilingual;
import kz.esep.plan.Obligation;

/// Writes the findings of this room: each names the measure, the year and the agency.
final class Remarks {

    private final Register register;

    Remarks(Register register) {
        this.register = register;
    }

    /// About one claim.
    ///
    /// @param agency whom the claim speaks for
    Finding about(FindingCode code, FiledClaim filed, String agency) {
        return Finding.of(
                code,
                filed.claim().place(),
                said(filed.claim()),
                arguments(filed.claim().key(), agency));
    }

    /// About what is doubtful in this period's row.
    ///
    /// @param found what stands in the row; empty where the arguments say it
    /// @param more arguments beside measure, year and agency
    Finding doubt(FindingCode code, Testimony testimony, String found, Map<String, ?> more) {
        return doubt(
                code, testimony.now(), testimony.duty().obligation().answerable(), found, more);
    }

    Finding doubt(
            FindingCode code, FiledClaim filed, String agency, String found, Map<String, ?> more) {
        Map<String, Object> arguments = arguments(filed.claim().key(), agency);
        arguments.putAll(more);
        return Finding.of(code, filed.claim().place(), found, arguments);
    }

    /// About two claims that cannot both be true.
    Finding about(FindingCode code, FiledClaim filed, String agency, Place otherPlace) {
        Map<String, Object> arguments = arguments(filed.claim().key(), agency);
        arguments.put("otherPlace", otherPlace.toString());
        return Finding.of(code, filed.claim().place(), said(filed.claim()), arguments);
    }

    /// About what a lead and a co-executor say.
    Finding disagreement(
            FindingCode code,
            FiledClaim filed,
            Obligation executor,
            Obligation lead,
            Place leadPlace) {
        Map<String, Object> arguments = arguments(filed.claim().key(), executor.answerable());
        arguments.put("lead", name(lead.answerable()));
        arguments.put("leadPlace", leadPlace.toString());
        return Finding.of(code, filed.claim().place(), said(filed.claim()), arguments);
    }

    /// Years and measure numbers are names, not amounts: no language groups their digits.
    private Map<String, Object> arguments(Obligation.Key key, String agency) {
        Map<String, Object> arguments = new TreeMap<>();
        arguments.put("measure", Integer.toString(key.measure()));
        arguments.put("year", Integer.toString(key.year()));
        arguments.put("agency", name(agency));
        return arguments;
    }

    private Bilingual name(String agency) {
        return register.find(agency).map(Agency::shortName).orElse(new Bilingual(agency, agency));
    }

    /// The agency's own words, where it wrote any.
    private static String said(Claim claim) {
        return claim.progressRu().isBlank() ? claim.progressKk() : claim.progressRu();
    }
}
