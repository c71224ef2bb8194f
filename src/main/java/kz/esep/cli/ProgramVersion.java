package kz.esep.cli;

import kz.esep.job.Version;
import picocli.CommandLine.IVersionProvider;

/// The program's version, as the build wrote it into the jar.
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"esep " + Version.current()};
    }
}
