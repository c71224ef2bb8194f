package kz.esep.job;

import java.util.Comparator;

/// Another process of the program that uses the same database.
///
/// @param process its number
/// @param program the version, the digits of its code, and its Java: `0.1.0/9f86d081884c/25.0.1`
/// @param machine its name, cut where it is long; empty if it has none
public record Peer(String process, String program, String machine) {

    static final Comparator<Peer> BY_MACHINE =
            Comparator.comparing(Peer::machine).thenComparing(Peer::process);
}
