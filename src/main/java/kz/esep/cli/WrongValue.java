package kz.esep.cli;

import java.util.Map;
import picocli.CommandLine;

/// An option whose value is not what it should be; told in the user's words.
final class WrongValue extends CommandLine.ParameterException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final transient Map<String, String> arguments;

    WrongValue(CommandLine line, String key, Map<String, String> arguments) {
        super(line, key);
        this.key = key;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    Map<String, String> arguments() {
        return arguments;
    }
}
