package kz.esep.job;

import java.nio.file.Path;
import kz.esep.publish.Issues;
import kz.esep.publish.MailJournal;
import kz.esep.settings.Settings;

/// The folder that Esep works in, and where everything lies below it.
///
/// @param sources where the ministry's data and the templates are read from: `root`, but for a
///   report that is made as it once was
/// @param templates those below the sources, unless the operator keeps a copy elsewhere
/// @param settings how the program is set up here
public record Home(Path root, Path sources, Path templates, Settings settings) {

    private static final String TEMPLATES = "templates/";

    public Home {
        root = root.toAbsolutePath().normalize();
        sources = sources.toAbsolutePath().normalize();
        templates = templates.toAbsolutePath().normalize();
    }

    public Home(Path root) {
        this(root, root);
    }

    public Home(Path root, Path sources) {
        this(root, sources, sources.resolve(TEMPLATES), Settings.DEFAULT);
    }

    public Home withTemplates(Path copy) {
        return new Home(root, sources, copy, settings);
    }

    public Home with(Settings others) {
        return new Home(root, sources, templates, others);
    }

    /// The same home, with the ministry's data and the templates of another time.
    Home withSources(Path folder) {
        return new Home(root, folder, folder.resolve(TEMPLATES), settings);
    }

    /// An input's name in fingerprint and manifest, the same wherever the folders lie:
    /// `templates/pdf/report.css`.
    String name(Path input) {
        String name =
                input.startsWith(templates)
                        ? TEMPLATES + templates.relativize(input)
                        : sources.relativize(input).toString();
        return name.replace('\\', '/');
    }

    /// The input of that name.
    Path file(String name) {
        return name.startsWith(TEMPLATES)
                ? templates.resolve(name.substring(TEMPLATES.length()))
                : sources.resolve(name);
    }

    public Path messages() {
        return templates().resolve("messages");
    }

    public Path input() {
        return root.resolve("input");
    }

    public Path plan() {
        return sources.resolve("input/plan");
    }

    public Path agencies() {
        return sources.resolve("input/agencies.yaml");
    }

    public Path incomingRegister() {
        return input().resolve("incoming-register.csv");
    }

    public Path limits() {
        return sources.resolve("input/limits.yaml");
    }

    /// What was handed to the mail server.
    public Path mailJournal() {
        return input().resolve(MailJournal.NAME);
    }

    public Path inbox() {
        return input().resolve("inbox");
    }

    /// Where files of the inbox go that were taken, if they are to be moved.
    Path taken() {
        return root.resolve(settings.inbox().taken());
    }

    public Path archive() {
        return input().resolve("archive");
    }

    public Path ledger() {
        return archive().resolve("ledger.jsonl");
    }

    public Path output() {
        return root.resolve("output");
    }

    /// The issues of a plan.
    ///
    /// @param plan its id; empty for the default plan
    Issues issues(String plan) {
        return new Issues(output(), plan);
    }

    public Path receipts() {
        return output().resolve("receipts");
    }

    /// What the program keeps for itself: database, lock, keys.
    public Path inner() {
        return root.resolve(".esep");
    }

    public Path keys() {
        return root.resolve(settings.seal().folder());
    }

    /// Reports of runs.
    Path runs() {
        return inner().resolve("runs");
    }

    public Path logs() {
        return inner().resolve("logs");
    }

    /// The last run's metrics.
    Path metrics() {
        return root.resolve(settings.run().metricsFile());
    }

    /// Readings of workbooks, which are derived from the archive.
    Path readings() {
        return inner().resolve("read");
    }

    /// What documents said, which is derived from all that they follow from.
    Path contents() {
        return inner().resolve("contents");
    }

    /// What was answered to which file, by ledger line.
    Path answered() {
        return inner().resolve("answered");
    }

    public Path lock() {
        return Turn.RUN.file(this);
    }

    Path database() {
        return inner().resolve("esep");
    }
}
