package kz.esep.agency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All agencies, and who holds and answers for what on which day.
///
/// @param ministry the id of the ministry that receives the reports
public record Register(String ministry, List<Agency> agencies) {

    public Register {
        agencies = List.copyOf(agencies);
    }

    public Optional<Agency> find(String id) {
        return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    /// @throws IllegalArgumentException if the register has no such agency
    public Agency get(String id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("The register has no agency " + id));
    }

    /// The members of a group that existed on a day, by KATO code.
    public List<Agency> members(String group, LocalDate day) {
        return agencies.stream()
                .filter(agency -> agency.group().filter(group::equals).isPresent())
                .filter(agency -> agency.existedOn(day))
                .sorted(Comparator.comparing(agency -> agency.kato().orElse("")))
                .toList();
    }
}
