package kz.esep.cli;

/// What the launcher answers to a script. The numbers are those of `sysexits.h` where it has one.
enum ExitCode {
    /// Done; a report with findings is a success too.
    OK(0),
    /// The command line was not understood.
    USAGE(64),
    /// The plan, the register or another data file has errors; nothing was run.
    DATA(65),
    /// A fault of the program or of the machine.
    FAULT(70),
    /// Another run is under way.
    BUSY(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
