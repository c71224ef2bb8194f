package kz.esep.settings;

import java.util.List;

/// The settings in force, and where each comes from.
///
/// @param entries every setting, in the order of the schema
public record InForce(Settings settings, List<Entry> entries) {

    public InForce {
        entries = List.copyOf(entries);
    }

    /// One setting as people may see it.
    ///
    /// @param key `database.url`
    /// @param shown its value; that of a secret is a mask, whatever its length; empty if it has
    ///   none
    /// @param variable that would set it: `ESEP_DATABASE_URL`
    public record Entry(String key, String shown, Origin origin, String variable) {}
}
