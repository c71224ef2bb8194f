package kz.esep.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.esep.language.Bilingual;

/// A reporting unit, or a group of them.
///
/// @param id stable, ASCII, also the name of its folders: `mz`
/// @param code as the plan writes it: ДСМ, МЗ
/// @param name the full official name
/// @param shortName fits a table cell
/// @param aliases other spellings that files and plans use
/// @param kato the region's code in the classifier of territories
/// @param group the group a region belongs to
/// @param from its first day; empty: before every plan
/// @param to its last day; empty: in being
/// @param splitFrom the region that a new region was cut out of
/// @param successors who took over what, from when
/// @param mail where reminders go; empty if unknown
public record Agency(
        String id,
        AgencyKind kind,
        Bilingual code,
        Bilingual name,
        Bilingual shortName,
        List<String> aliases,
        Optional<String> kato,
        Optional<String> group,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> splitFrom,
        List<Succession> successors,
        String mail) {

    public Agency {
        aliases = List.copyOf(aliases);
        successors = List.copyOf(successors);
    }

    public boolean existedOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
