package kz.esep.job;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.Locale;
import java.util.Optional;
import kz.esep.settings.WorkerSettings;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/// The message broker: any that speaks AMQP 1.0, such as Artemis, through JMS. Nothing is asked of
/// it that only one product knows.
///
/// @param address without user and password
/// @param program only this program's requests are heard
record Broker(String address, String user, String password, String queue, String program) {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private static final int MILLIS_TO_ANSWER = 10_000;

    private static final long MILLIS_BETWEEN_ATTEMPTS = 2_000;

    /// About a minute.
    private static final int ATTEMPTS = 30;

    /// The property of a request that names the program.
    private static final String PROGRAM = "program";

    static Broker of(WorkerSettings workers, String program) {
        return new Broker(
                workers.broker().orElseThrow(),
                workers.user(),
                workers.password(),
                workers.queue(),
                program);
    }

    /// The broker cannot be reached, or refuses.
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String broker;

        private final String problem;

        private final boolean refused;

        Lost(Broker broker, Exception cause) {
            super("The broker " + broker.shown() + " is lost", cause);
            this.broker = broker.shown();
            this.problem =
                    Optional.ofNullable(cause.getMessage())
                            .orElse("")
                            .lines()
                            .findFirst()
                            .orElse("");
            this.refused =
                    cause instanceof jakarta.jms.JMSSecurityException
                            || cause instanceof jakarta.jms.JMSSecurityRuntimeException;
        }

        String broker() {
            return broker;
        }

        String problem() {
            return problem;
        }

        boolean isRefused() {
            return refused;
        }
    }

    /// As people may see it.
    String shown() {
        return address.replaceFirst("\\?.*", "");
    }

    private ConnectionFactory factory() {
        JmsConnectionFactory factory = new JmsConnectionFactory(address);
        if (!user.isEmpty()) {
            factory.setUsername(user);
            factory.setPassword(password);
        }
        factory.setConnectTimeout(MILLIS_TO_ANSWER);
        factory.setRequestTimeout(MILLIS_TO_ANSWER);
        factory.setSendTimeout(MILLIS_TO_ANSWER);
        factory.setCloseTimeout(MILLIS_TO_ANSWER);
        // who works on a part must not keep others from the next one
        JmsDefaultPrefetchPolicy none = new JmsDefaultPrefetchPolicy();
        none.setAll(0);
        factory.setPrefetchPolicy(none);
        return factory;
    }

    /// @throws Lost if it does not answer
    void check() {
        open().close();
    }

    private JMSContext open() {
        try {
            JMSContext context = factory().createContext(JMSContext.SESSION_TRANSACTED);
            // else the first request would open the connection, and a wrong password be a surprise
            context.start();
            return context;
        } catch (JMSRuntimeException e) {
            throw new Lost(this, e);
        }
    }

    /// Sends requests.
    ///
    /// @throws Lost if the broker did not take all of them
    Requests requests() {
        return new Requests(this, open());
    }

    /// The same, when the broker is being started anew.
    Requests requestsOnceBack() {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return requests();
            } catch (Lost e) {
                LOG.debug("Attempt {}: {}", attempt, e.problem());
                try {
                    Thread.sleep(MILLIS_BETWEEN_ATTEMPTS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
        return requests();
    }

    /// A connection to send through.
    static final class Requests implements AutoCloseable {

        private final Broker broker;
        private final JMSContext context;
        private volatile @Nullable JMSException loss;

        private Requests(Broker broker, JMSContext context) {
            this.broker = broker;
            this.context = context;
            context.setExceptionListener(failure -> loss = failure);
        }

        void send(Iterable<PartRequest> requests) {
            try {
                for (PartRequest request : requests) {
                    context.createProducer()
                            .setProperty(PROGRAM, broker.program())
                            .send(context.createQueue(broker.queue()), request.text());
                }
                context.commit();
            } catch (JMSRuntimeException e) {
                throw new Lost(broker, e);
            }
        }

        /// Takes back what nobody has begun.
        void takeBack() {
            try (jakarta.jms.JMSConsumer consumer =
                    context.createConsumer(
                            context.createQueue(broker.queue()), broker.selector())) {
                while (consumer.receiveNoWait() != null) {
                    context.commit();
                }
            } catch (JMSRuntimeException e) {
                throw new Lost(broker, e);
            }
        }

        /// Whether the connection broke: then the broker may have forgotten what waited there.
        boolean isLost() {
            return loss != null;
        }

        /// @throws Lost if the connection broke
        void check() {
            JMSException broken = loss;
            if (broken != null) {
                throw new Lost(broker, broken);
            }
        }

        @Override
        public void close() {
            try {
                context.close();
            } catch (JMSRuntimeException e) {
                LOG.debug("The broker's connection was gone before: {}", e.toString());
            }
        }
    }

    private String selector() {
        return PROGRAM + " = '" + program.replace("'", "''") + "'";
    }

    /// Hears requests, each in a transaction of its own; a lost connection is made again.
    ///
    /// @param threads how many at once
    DefaultMessageListenerContainer listen(PartListener listener, int threads) {
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        container.setConnectionFactory(factory());
        container.setDestinationName(queue);
        container.setMessageSelector(selector());
        container.setMessageListener(listener);
        container.setSessionTransacted(true);
        container.setConcurrentConsumers(threads);
        container.setRecoveryInterval(MILLIS_BETWEEN_ATTEMPTS);
        container.setBeanName("part-" + queue.toLowerCase(Locale.ROOT));
        container.setAutoStartup(false);
        container.afterPropertiesSet();
        return container;
    }

    @Override
    public String toString() {
        return "Broker[" + shown() + ", " + queue + "]";
    }
}
