package kz.esep.settings;

import java.util.Optional;

/// Other machines that take a share of the work.
///
/// @param broker address of the message broker, AMQP 1.0; empty: this machine works alone
/// @param user empty: the broker asks for none
/// @param password never printed
/// @param queue that this installation's requests wait in
/// @param ownThreads how many parts the machine that conducts works on itself; 0: none
public record WorkerSettings(
        Optional<String> broker, String user, String password, String queue, int ownThreads) {

    public WorkerSettings {
        broker.ifPresent(it -> {
            if (!it.startsWith("amqp://") && !it.startsWith("amqps://")) {
                throw new IllegalArgumentException("a broker has no address such as " + it);
            }
        });
        if (ownThreads < 0) {
            throw new IllegalArgumentException("nobody has " + ownThreads + " threads");
        }
    }

    @Override
    public String toString() {
        return "WorkerSettings[" + broker.orElse("none") + "]";
    }
}
