package kz.esep.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.esep.publish.Issues;

/// What a run measured, for node_exporter's textfile collector: a batch job is gone before a
/// Prometheus server would come to ask it.
///
/// What Spring Batch observes of jobs and steps is in it too; the parts of a step count as one.
final class Measures {

    private static final String STEP = "spring.batch.step.name";

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ObservationRegistry observations = ObservationRegistry.create();

    Measures() {
        registry.config().meterFilter(partsAsOne());
        observations
                .observationConfig()
                .observationHandler(
                        new DefaultMeterObservationHandler(
                                registry,
                                DefaultMeterObservationHandler.IgnoredMeters.LONG_TASK_TIMER));
    }

    /// Hears Batch.
    ObservationRegistry observations() {
        return observations;
    }

    /// `render-part:kk/all.pdf` is `render-part`: a series for every document would be too many.
    private static MeterFilter partsAsOne() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                List<Tag> tags =
                        id.getTags().stream()
                                .map(tag ->
                                        tag.getKey().equals(STEP)
                                                ? Tag.of(STEP, tag.getValue().replaceAll(":.*", ""))
                                                : tag)
                                .toList();
                return id.replaceTags(tags);
            }
        };
    }

    /// Writes the file at once and whole, as the collector asks.
    ///
    /// @param lastSuccess the newest run that ended well, this one or an earlier one
    void write(Path file, RunReport run, Optional<RunReport> lastSuccess) throws IOException {
        Tags none = Tags.empty();
        seconds("esep.run.ended.timestamp", "When the last run ended", none, ended(run));
        seconds("esep.run.duration", "How long the last run took", none, run.millis() / 1000.0);
        number(
                "esep.run.exit.code",
                "The last run's exit code",
                Tags.of("outcome", run.outcome()),
                run.exitCode().orElse(-1));
        lastSuccess.ifPresent(success ->
                seconds(
                        "esep.run.succeeded.timestamp",
                        "When a run last ended well",
                        none,
                        ended(success)));
        for (RunReport.StepTime step : run.steps()) {
            Tags tags = Tags.of("step", step.step());
            seconds(
                    "esep.step.duration",
                    "How long a step of the last run took",
                    tags,
                    step.millis() / 1000.0);
            number(
                    "esep.step.parts",
                    "How many parts a step of the last run did",
                    tags,
                    step.parts());
        }
        run.counts()
                .forEach((name, count) ->
                        number(
                                "esep.issue",
                                "What the issue that the last run published speaks of",
                                Tags.of("count", name),
                                count));
        String text = registry.scrape();
        Issues.put(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static double ended(RunReport run) {
        return Instant.parse(run.ended().orElse(run.started())).toEpochMilli() / 1000.0;
    }

    private void seconds(String name, String what, Tags tags, double value) {
        Gauge.builder(name, () -> value)
                .baseUnit("seconds")
                .description(what)
                .tags(tags)
                .register(registry);
    }

    private void number(String name, String what, Tags tags, double value) {
        Gauge.builder(name, () -> value).description(what).tags(tags).register(registry);
    }
}
