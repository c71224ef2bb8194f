package kz.esep.reconcile;

/// An index: of the obligations due, how many are done, and how many on time. 0 of 0 is written
/// "—".
public record Share(int due, int done, int onTime) {

    public static final Share NONE = new Share(0, 0, 0);

    public Share plus(Share other) {
        return new Share(due + other.due, done + other.done, onTime + other.onTime);
    }
}
