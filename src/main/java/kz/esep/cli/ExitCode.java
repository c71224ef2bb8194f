package kz.esep.cli;

/// What the launcher answers to a script. The numbers are those of `sysexits.h` where it has one.
enum ExitCode {
    /// Done; a report with findings is a success too.
    OK(0),
    /// `check`: the file would be accepted, and something in it asks to be mended.
    FINDINGS(2),
    /// `verify`: something is not what was once recorded; `worker`: its program or its inputs are
    /// not the manager's.
    DIFFERS(3),
    /// The command line was not understood.
    USAGE(64),
    /// The plan, the register or another data file has errors and nothing was run; or a file would
    /// not be accepted.
    DATA(65),
    /// The message broker cannot be reached, or refuses.
    BROKER(67),
    /// The database cannot be reached, or not be used.
    DATABASE(68),
    /// A fault of the program.
    FAULT(70),
    /// The program was given too little memory.
    MEMORY(71),
    /// The disk is full, or a folder cannot be read or written.
    FILES(74),
    /// Another run is under way.
    BUSY(75),
    /// `mail`: a letter was refused, its delivery is in doubt, or the server cannot be reached.
    UNSENT(76),
    /// The settings have errors and nothing was run.
    CONFIG(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
