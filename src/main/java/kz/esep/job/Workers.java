package kz.esep.job;

import java.util.List;

/// Who is there to share the work of a run.
///
/// @param program of this machine, which the others' must be
/// @param taking those that take part
/// @param strangers those of another program, which are given nothing to do
/// @param here whether this machine works on parts too, besides conducting
public record Workers(String program, List<Peer> taking, List<Peer> strangers, boolean here) {
    public Workers {
        taking = List.copyOf(taking);
        strangers = List.copyOf(strangers);
    }
}
