package kz.esep.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import kz.esep.language.Language;
import kz.esep.report.Reports;

/// The kinds of documents that a period's reports are made of.
///
/// A kind is added here, with its templates (`pdf/<kind>.ftlh`, `xlsx/<kind>.ftlx`,
/// `html/<kind>.ftlh`) and what it says, and nowhere else: paths, listing and publication follow.
@SuppressWarnings("ImmutableEnumChecker") // only method references and List.of
public enum Kind {

    /// The whole plan.
    CONSOLIDATED("{language}/consolidated", Reports::consolidated, Format.PDF, Format.XLSX),

    /// What one agency answers for.
    AGENCY(
            "{language}/agencies/{agency}",
            Reports::agencies,
            Reports::agency,
            Format.PDF,
            Format.XLSX),

    /// The regions side by side.
    REGIONS("{language}/regions", Reports::regions, Format.PDF, Format.XLSX),

    /// Who sent what when, and in what state.
    DISCIPLINE("{language}/discipline", Reports::discipline, Format.PDF),

    /// The register of findings.
    FINDINGS("{language}/findings", Reports::findings, Format.XLSX),

    /// A letter to an agency that is late or overdue.
    REMINDER("{language}/reminders/{agency}", Reports::reminded, Reports::reminder, Format.PDF),

    /// What there is, with links to it; one page in both languages.
    INDEX("index", Reports::consolidated, Format.HTML);

    /// The languages of the reports, in their order.
    static final List<Language> OFFICIAL = List.of(Language.KK, Language.RU);

    private static final String LANGUAGE = "{language}";
    private static final String AGENCY_ID = "{agency}";

    private final String path;
    private final Function<Reports, List<String>> agencies;
    private final BiFunction<Reports, String, Object> content;
    private final List<Format> formats;

    /// One document for the whole period.
    Kind(String path, Function<Reports, Object> content, Format... formats) {
        this(path, _ -> List.of(""), (reports, _) -> content.apply(reports), formats);
    }

    /// One document for each of some agencies.
    ///
    /// @param path below the published period, without its ending; a path without a language is of
    ///   one document in both
    /// @param agencies whose documents there are
    /// @param content what the document of an agency says
    Kind(
            String path,
            Function<Reports, List<String>> agencies,
            BiFunction<Reports, String, Object> content,
            Format... formats) {
        this.path = path;
        this.agencies = agencies;
        this.content = content;
        this.formats = List.of(formats);
    }

    /// Whether a document of this kind tells of the plan, and not of the issue itself.
    public boolean isOfContent() {
        return this != INDEX;
    }

    public List<Format> formats() {
        return formats;
    }

    /// Every document of this kind that a period has.
    List<DocumentId> documents(Reports reports) {
        List<DocumentId> documents = new ArrayList<>();
        for (String agency : agencies.apply(reports)) {
            for (Format format : formats) {
                languages()
                        .forEach(language ->
                                documents.add(
                                        new DocumentId(
                                                this,
                                                Optional.of(agency)
                                                        .filter(id -> path.contains(AGENCY_ID)),
                                                language,
                                                format)));
            }
        }
        return documents;
    }

    private List<Optional<Language>> languages() {
        return path.contains(LANGUAGE)
                ? OFFICIAL.stream().map(Optional::of).toList()
                : List.of(Optional.empty());
    }

    /// What the templates show.
    Object content(Reports reports, Optional<String> agency) {
        return content.apply(reports, agency.orElse(""));
    }

    String path(Optional<String> agency, Optional<Language> language) {
        return path.replace(LANGUAGE, language.map(Language::tag).orElse(""))
                .replace(AGENCY_ID, agency.orElse(""));
    }
}
