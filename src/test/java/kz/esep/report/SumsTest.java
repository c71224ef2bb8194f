package kz.esep.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SumsTest {

    private static final ConsolidatedReport REPORT =
            Reports.of(Samples.whole(), Samples.provenance()).consolidated();

    @Test
    void theRealPlansReportAddsUp() {
        assertEquals(List.of(), Sums.breaks(REPORT));
    }

    /// A part that is left out is missed in every figure it has a share in.
    @Test
    void noticesAPartThatWasLeftOut() throws ReflectiveOperationException {
        assertEquals(
                Set.of("report.col.measures", "report.figure.control", "report.figure.obligations"),
                figures(without("sections", REPORT.sections())));
        assertEquals(
                Set.of(
                        "report.col.obligations",
                        "report.col.arrears",
                        "report.figure.control",
                        "report.figure.obligations"),
                figures(without("agencies", REPORT.agencies())));
    }

    private static Set<String> figures(ConsolidatedReport report) {
        return Sums.breaks(report).stream()
                .map(sentence -> sentence.arguments().get("figure"))
                .map(kz.esep.language.Sentence.class::cast)
                .map(kz.esep.language.Sentence::key)
                .collect(Collectors.toSet());
    }

    /// The report with half of a list, whatever other components the record has.
    private static ConsolidatedReport without(String component, List<?> parts)
            throws ReflectiveOperationException {
        RecordComponent[] components = ConsolidatedReport.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] =
                    components[i].getName().equals(component)
                            ? parts.subList(parts.size() / 2, parts.size())
                            : components[i].getAccessor().invoke(REPORT);
        }
        return ConsolidatedReport.class.getDeclaredConstructor(types).newInstance(values);
    }
}
