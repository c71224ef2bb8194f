package kz.esep.agency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// All agencies, and who holds and answers for what on which day.
public final class Register {

    private final String ministry;
    private final List<Agency> agencies;
    private final Map<String, Agency> byId = new HashMap<>();

    public Register(String ministry, List<Agency> agencies) {
        this.ministry = ministry;
        this.agencies = List.copyOf(agencies);
        agencies.forEach(agency -> byId.putIfAbsent(agency.id(), agency));
    }

    /// The id of the ministry that receives the reports.
    public String ministry() {
        return ministry;
    }

    public List<Agency> agencies() {
        return agencies;
    }

    public Optional<Agency> find(String id) {
        return Optional.ofNullable(byId.get(id));
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

    /// Who has the mandate of a named body for a measure on a day: the body, or its successor by
    /// function, on and on; before the body was founded, its predecessor, or the region it was cut
    /// out of.
    ///
    /// On the due date (or on E, if that is earlier) it is the holder, on E the answerable. Where a
    /// function is shared between successors, the first in the register coordinates, and as no
    /// source says so, the mandate is assumed.
    public Mandate holder(String named, int measure, LocalDate day) {
        return after(before(new Mandate(get(named), false), measure, day), measure, day);
    }

    private Mandate before(Mandate mandate, int measure, LocalDate day) {
        Agency body = mandate.agency();
        if (body.from().filter(day::isBefore).isEmpty()) {
            return mandate;
        }
        return predecessors(body)
                .min(
                        Comparator.comparing((Inheritance past) -> !past.by().covers(measure))
                                .thenComparing(past -> past.by().assumed()))
                .map(past -> new Mandate(past.from(), mandate.assumed() || past.by().assumed()))
                .or(() ->
                        body.splitFrom().map(region -> new Mandate(get(region), mandate.assumed())))
                .map(past -> before(past, measure, day))
                .orElse(mandate);
    }

    /// A function and the body it came from.
    private record Inheritance(Agency from, Succession by) {}

    /// Only bodies older than this one, so that the way back ends.
    private Stream<Inheritance> predecessors(Agency body) {
        LocalDate founded = body.from().orElseThrow();
        return agencies.stream()
                .filter(older -> older.from().map(founded::isAfter).orElse(true))
                .flatMap(older ->
                        older.successors().stream()
                                .filter(by -> by.agency().equals(body.id()))
                                .map(by -> new Inheritance(older, by)));
    }

    /// Follows successions in the order of their days, so that the way ends even where a function
    /// comes back.
    private Mandate after(Mandate mandate, int measure, LocalDate day) {
        Mandate holder = mandate;
        LocalDate since = LocalDate.MIN;
        while (true) {
            Optional<Succession> next = next(holder.agency(), measure, since, day);
            if (next.isEmpty()) {
                return holder;
            }
            since = next.get().from();
            boolean assumed = next.get().assumed() || shared(holder.agency(), measure, since);
            holder = new Mandate(get(next.get().agency()), holder.assumed() || assumed);
        }
    }

    private static Optional<Succession> next(
            Agency body, int measure, LocalDate since, LocalDate day) {
        return body.successors().stream()
                .filter(by -> by.covers(measure))
                .filter(by -> by.from().isAfter(since) && !by.from().isAfter(day))
                .min(Comparator.comparing(Succession::from));
    }

    private static boolean shared(Agency body, int measure, LocalDate since) {
        return body.successors().stream()
                        .filter(by -> by.covers(measure) && by.from().equals(since))
                        .map(Succession::agency)
                        .distinct()
                        .count()
                > 1;
    }

    /// The last day after one day and up to another on which a region was split: the series of the
    /// old region and of the new one are broken there.
    public Optional<LocalDate> split(String region, LocalDate after, LocalDate upTo) {
        return agencies.stream()
                .filter(cut ->
                        cut.splitFrom()
                                .filter(old -> old.equals(region) || cut.id().equals(region))
                                .isPresent())
                .flatMap(cut -> cut.from().stream())
                .filter(day -> day.isAfter(after) && !day.isAfter(upTo))
                .max(Comparator.naturalOrder());
    }

    /// The agency that a file or a folder names: by id, code, name, short name or alias.
    public Match match(String text) {
        Optional<Match> exact = only(text, Spelling::fold).map(Match.Exact::new);
        return exact.or(() -> only(text, Spelling::look).map(Match.LookAlike::new))
                .or(() -> only(text, Spelling::typed).map(Match.LookAlike::new))
                .orElseGet(Match.None::new);
    }

    private Optional<Agency> only(String text, UnaryOperator<String> reduced) {
        String wanted = reduced.apply(text);
        List<Agency> found =
                agencies.stream()
                        .filter(agency ->
                                Spelling.of(agency)
                                        .anyMatch(
                                                spelling -> reduced.apply(spelling).equals(wanted)))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
