package kz.esep.cli;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import kz.esep.agency.Match;
import kz.esep.agency.Register;
import kz.esep.reconcile.MeasureResult;
import kz.esep.reconcile.Reconciliation;
import picocli.CommandLine;

/// What a question is about: a measure by its number, an agency by any of its names.
final class Subject {

    private Subject() {}

    static MeasureResult measure(String written, Reconciliation reconciliation, CommandLine line) {
        return reconciliation.measures().stream()
                .filter(result -> Integer.toString(result.measure().number()).equals(written))
                .findFirst()
                .orElseThrow(() ->
                        new WrongValue(
                                line,
                                "cli.usage.measure",
                                Map.of(
                                        "found",
                                        written,
                                        "last",
                                        Integer.toString(
                                                reconciliation
                                                        .measures()
                                                        .getLast()
                                                        .measure()
                                                        .number()))));
    }

    /// @return its id
    static String agency(String written, Register register, CommandLine line) {
        return switch (register.match(written)) {
            case Match.Exact(var agency) -> agency.id();
            case Match.LookAlike(var agency) -> agency.id();
            case Match.None() ->
                    throw new WrongValue(line, "cli.usage.agency", Map.of("found", written));
        };
    }

    /// @return their ids, in the order written
    static Set<String> agencies(Set<String> written, Register register, CommandLine line) {
        Set<String> ids = new LinkedHashSet<>();
        written.forEach(name -> ids.add(agency(name, register, line)));
        return ids;
    }
}
