package kz.esep.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.esep.agency.Agency;
import kz.esep.agency.Register;
import kz.esep.intake.FormContent;
import kz.esep.intake.FormRow;
import kz.esep.intake.SealKeys;
import kz.esep.intake.Seals;
import kz.esep.intake.xlsx.FormWriter;
import kz.esep.language.Language;
import kz.esep.language.Speech;
import kz.esep.plan.Period;
import kz.esep.reconcile.Assessment;
import kz.esep.reconcile.Reconciliation;

/// The forms of a period: what is open on the desk becomes one sealed workbook per answerable
/// agency.
public final class Forms {

    private final Desk desk;
    private final Speech kk;
    private final Speech ru;
    private final FormWriter writer;

    private Forms(Desk desk, Seals seals) {
        this.desk = desk;
        this.kk = Speech.of(desk.home().messages(), Language.KK);
        this.ru = Speech.of(desk.home().messages(), Language.RU);
        this.writer = new FormWriter(kk, ru, seals);
    }

    /// @param sealKey the value of `ESEP_SEAL_KEY`, empty if unset
    /// @throws DataInError if a sealing key cannot be used
    public static Forms of(Desk desk, String sealKey) throws IOException {
        return new Forms(desk, MinistryData.value(SealKeys.load(desk.home().keys(), sealKey)));
    }

    /// Writes `<period>_<agency>.xlsx`, for other plans than the default one
    /// `<plan>_<period>_<agency>.xlsx`, for every agency with an open obligation.
    ///
    /// @param only ids of the agencies wanted; empty: all
    /// @return the files, by agency
    public List<Path> write(Period period, Set<String> only, Path folder) throws IOException {
        List<Path> written = new ArrayList<>();
        Files.createDirectories(folder);
        for (FormContent content : contents(period)) {
            if (only.isEmpty() || only.contains(content.agency().id())) {
                Path file = folder.resolve(name(period, content.agency()));
                try (OutputStream out = Files.newOutputStream(file)) {
                    writer.write(content, out);
                }
                written.add(file);
            }
        }
        return written;
    }

    /// Forms of other plans name their plan, since an agency puts all of them into one folder.
    private String name(Period period, Agency agency) {
        String own = period + "_" + agency.id() + ".xlsx";
        return desk.isDefault() ? own : desk.plan().id() + "_" + own;
    }

    /// What each agency's form says, by agency.
    public List<FormContent> contents(Period period) {
        Reconciliation reconciliation = desk.reconcile(period, desk.asOf(period));
        Register register = desk.data().register();
        SortedMap<String, List<FormRow>> rows = new TreeMap<>();
        for (Assessment open : reconciliation.open()) {
            rows.computeIfAbsent(open.obligation().answerable(), _ -> new ArrayList<>())
                    .add(
                            new FormRow(
                                    open.obligation(),
                                    reconciliation
                                            .facts()
                                            .redaction()
                                            .measure(open.obligation().measure())
                                            .orElseThrow(),
                                    register.get(open.obligation().holder()),
                                    open.claimExpected(),
                                    LastAnswer.of(open, kk, ru)));
        }
        return rows.entrySet().stream()
                .map(entry ->
                        new FormContent(
                                reconciliation.facts().redaction(),
                                period,
                                register.get(entry.getKey()),
                                desk.ledger().quotedHead(),
                                entry.getValue()))
                .toList();
    }
}
