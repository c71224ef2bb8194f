package kz.esep.cli;

/// The program's entry.
public final class Esep {
    private Esep() {}

    public static void main(String[] arguments) {
        System.exit(0);
    }
}
