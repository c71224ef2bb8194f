package kz.esep.cli;

import kz.esep.plan.Period;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The one period that an order is about: `--plan`, and `--period`, which has to be given.
final class OnePeriod {

    @Mixin PlanOption plan = new PlanOption();

    @Option(names = "--period", paramLabel = "PERIOD", required = true)
    String period = "";

    Period read(CommandLine line) {
        return PeriodOption.read(period, line).orElseThrow();
    }
}
