package kz.esep.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import kz.esep.settings.InForce;
import kz.esep.settings.Origin;
import picocli.CommandLine.Command;

/// `esep config`: what is set, and where; secrets are masked.
@Command(name = "config", mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class)
final class ConfigCommand implements Callable<Integer> {

    private final Console console;
    private final InForce inForce;

    ConfigCommand(Console console, InForce inForce) {
        this.console = console;
        this.inForce = inForce;
    }

    @Override
    public Integer call() {
        for (InForce.Entry entry : inForce.entries()) {
            console.say(
                    "cli.config.entry",
                    Map.of(
                            "key", entry.key(),
                            "value", entry.shown().isEmpty() ? "—" : entry.shown(),
                            "origin", origin(entry.origin()),
                            "meaning", console.speech().say("setting." + entry.key()),
                            "variable", entry.variable()));
        }
        return ExitCode.OK.number();
    }

    private String origin(Origin origin) {
        return switch (origin) {
            case Origin.BuiltIn() -> console.speech().say("cli.config.built-in");
            case Origin.Line line -> line.place().toString();
            case Origin.Variable(String name) -> name;
        };
    }
}
