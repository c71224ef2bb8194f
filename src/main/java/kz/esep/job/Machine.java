package kz.esep.job;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/// The machine that the process runs on.
final class Machine {

    private Machine() {}

    /// Its name, for a person who looks for a run; empty if it has none. No output ever holds it.
    static String name() {
        Map<String, String> environment = System.getenv();
        String named =
                environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
        try {
            return named.isEmpty() ? InetAddress.getLocalHost().getHostName() : named;
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
