package kz.esep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Data goes one way through the rooms, and each library is known where it is needed only.
class DoorsTest {

    /// The rooms in the direction of the data: each may know those before it, less what is
    /// forbidden below.
    private static final List<String> ROOMS =
            List.of(
                    "language",
                    "findings",
                    "yaml",
                    "settings",
                    "agency",
                    "plan",
                    "intake",
                    "ledger",
                    "reconcile",
                    "report",
                    "render",
                    "publish",
                    "job",
                    "cli");

    private static final String[] PURE = {
        "..findings..", "..agency..", "..plan..", "..reconcile..", "..report.."
    };

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("kz.esep");

    @Test
    void dataGoesOneWay() {
        oneWay("kz.esep").check(HOUSE);
    }

    @Test
    void reconciliationIsPureAndKnowsNoLedger() {
        noClasses()
                .that()
                .resideInAPackage("kz.esep.reconcile..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kz.esep.ledger..")
                .check(HOUSE);
        for (String room : List.of("reconcile", "report")) {
            noClasses()
                    .that()
                    .resideInAPackage("kz.esep." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.io..", "java.sql..")
                    .check(HOUSE);
        }
    }

    @Test
    void theInnerRoomsKnowNoFramework() {
        withoutFrameworks(PURE).check(HOUSE);
    }

    @Test
    void eachLibraryHasItsRoom() {
        only("org.springframework.batch..", "kz.esep.job..").check(HOUSE);
        only("org.apache.poi..", "kz.esep.intake.xlsx..", "kz.esep.render.xlsx..").check(HOUSE);
        only("freemarker..", "kz.esep.render..").check(HOUSE);
        only("org.openpdf..", "kz.esep.render.tagged..", "kz.esep.publish.sign..").check(HOUSE);
        only("org.bouncycastle..", "kz.esep.publish.sign..").check(HOUSE);
        only("org.xhtmlrenderer..", "kz.esep.render.tagged..").check(HOUSE);
        only("picocli..", "kz.esep.cli..").check(HOUSE);
    }

    /// The clock, the locale and the zone of the machine are read by `job` and `cli` and handed in.
    @Test
    void theMachineIsReadAtTheDoorOnly() {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideOutsideOfPackages("kz.esep.job..", "kz.esep.cli..")
                        .should()
                        .callMethod(java.time.LocalDate.class, "now")
                        .orShould()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(java.time.LocalDateTime.class, "now")
                        .orShould()
                        .callMethod(java.time.ZoneId.class, "systemDefault")
                        .orShould()
                        .callMethod(java.time.Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(java.time.Clock.class, "systemDefaultZone")
                        .orShould()
                        .callMethod(java.util.Locale.class, "getDefault");
        rule.check(HOUSE);
    }

    @Test
    void everyRoomSaysItsIdea() {
        classes()
                .should()
                .resideInAnyPackage(
                        ROOMS.stream().map(room -> "kz.esep." + room + "..").toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void aPlantedViolationFails() {
        JavaClasses planted = new ClassFileImporter().importPackages("kz.esep.planted");

        assertThat(withoutFrameworks(PURE).evaluate(planted).getFailureReport().getDetails())
                .anySatisfy(
                        line -> assertThat(line).contains("kz.esep.planted.report.KnowsSpring"));
        assertThat(oneWay("kz.esep.planted").evaluate(planted).getFailureReport().getDetails())
                .anySatisfy(line -> assertThat(line).contains("KnowsRender"));
    }

    private static ArchRule oneWay(String house) {
        Architectures.LayeredArchitecture layers =
                Architectures.layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String room : ROOMS) {
            layers = layers.optionalLayer(room).definedBy(house + "." + room + "..");
        }
        for (int i = 0; i < ROOMS.size(); i++) {
            List<String> later = ROOMS.subList(i + 1, ROOMS.size());
            layers =
                    later.isEmpty()
                            ? layers.whereLayer(ROOMS.get(i)).mayNotBeAccessedByAnyLayer()
                            : layers.whereLayer(ROOMS.get(i))
                                    .mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        return layers;
    }

    private static ArchRule withoutFrameworks(String... rooms) {
        return noClasses()
                .that()
                .resideInAnyPackage(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.poi..",
                        "java.sql..",
                        "javax.sql..",
                        "freemarker..",
                        "org.openpdf..",
                        "org.xhtmlrenderer..");
    }

    private static ArchRule only(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
