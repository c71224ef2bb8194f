package kz.esep.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import kz.esep.job.Home;
import kz.esep.settings.LogSettings;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/// The log of a command that changes something: `.esep/logs/report.log`, the older ones beside it.
///
/// Each command has its own, for `watch` goes on for months while others come and go, and two
/// processes cannot roll one file over.
final class Logs {

    private static final String FILE = "file";
    private static final long MEBIBYTE = 1024 * 1024;

    private Logs() {}

    /// @param command whose log is written from now on; the log of a former one ends
    /// @return the file; empty where none can be written, and what hinders it is told by what comes
    ///   next
    static Optional<Path> begin(Home home, String command) {
        Logger root = terminal(home);
        LoggerContext context = root.getLoggerContext();
        LogSettings settings = home.settings().log();
        Path file = home.logs().resolve(command + ".log");
        try {
            Files.createDirectories(home.logs());
        } catch (IOException e) {
            return Optional.empty();
        }
        root.addAppender(appender(context, file, settings, home.settings().zone()));
        return Optional.of(file);
    }

    /// For a command of which many run at once in a home: no two of them could roll a file over, so
    /// all goes to the terminal.
    static Logger terminal(Home home) {
        // else Spring would set the logging up anew, and forget the file
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        end(root);
        String level = home.settings().log().level();
        threshold(root, level);
        context.getLogger("kz.esep").setLevel(level.equals("debug") ? Level.DEBUG : Level.INFO);
        return root;
    }

    /// For a command that has no log: that of a former one ends.
    static void none() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        end(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
    }

    /// The log of the command that runs; for one that has none, that of faults is begun.
    static Optional<Path> underWay(Home home) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Appender<ILoggingEvent> file =
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(FILE);
        return file instanceof RollingFileAppender<ILoggingEvent> log
                ? Optional.of(Path.of(log.getFile()))
                : begin(home, "fault");
    }

    private static void end(Logger root) {
        Appender<ILoggingEvent> former = root.getAppender(FILE);
        if (former != null) {
            root.detachAppender(former);
            former.stop();
        }
    }

    /// What also goes to the terminal.
    private static void threshold(Logger root, String level) {
        Appender<ILoggingEvent> console = root.getAppender("console");
        if (console != null) {
            ThresholdFilter filter = new ThresholdFilter();
            filter.setLevel(level);
            filter.start();
            console.clearAllFilters();
            console.addFilter(filter);
        }
    }

    private static Appender<ILoggingEvent> appender(
            LoggerContext context, Path file, LogSettings settings, ZoneId zone) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setName(FILE);
        appender.setContext(context);
        appender.setFile(file.toString());

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS, " + zone + "} %-5level %msg%n%ex");
        encoder.start();
        appender.setEncoder(encoder);

        FixedWindowRollingPolicy older = new FixedWindowRollingPolicy();
        older.setContext(context);
        older.setParent(appender);
        older.setFileNamePattern(file.toString().replaceFirst("\\.log$", ".%i.log"));
        older.setMinIndex(1);
        older.setMaxIndex(settings.files() - 1);
        older.start();
        appender.setRollingPolicy(older);

        SizeBasedTriggeringPolicy<ILoggingEvent> full = new SizeBasedTriggeringPolicy<>();
        full.setContext(context);
        // by itself it looks once a minute
        full.setCheckIncrement(Duration.buildByMilliseconds(0));
        full.setMaxFileSize(new FileSize(settings.fileMib() * MEBIBYTE));
        full.start();
        appender.setTriggeringPolicy(full);

        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(Level.INFO.toString());
        filter.start();
        appender.addFilter(filter);
        appender.start();
        return appender;
    }
}
