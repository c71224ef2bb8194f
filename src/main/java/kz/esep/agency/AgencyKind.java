package kz.esep.agency;

/// What kind of body a register entry is.
public enum AgencyKind {
    MINISTRY,
    REGION,
    FUND,
    /// A name that stands for its members, such as ЖАО for the regional executives.
    GROUP
}
