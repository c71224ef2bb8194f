package kz.esep.plan;

import kz.esep.language.Bilingual;

/// An agency's or group's role in a measure.
///
/// @param agency the register's id
/// @param asPrinted the name as the plan prints it
/// @param remark such as (келісу бойынша); empty if none
public record Executor(String agency, Role role, Bilingual asPrinted, Bilingual remark) {

    /// Of several executors the first named coordinates.
    public enum Role {
        LEAD,
        CO_EXECUTOR,
        BY_AGREEMENT
    }

    public boolean voluntary() {
        return role == Role.BY_AGREEMENT;
    }
}
