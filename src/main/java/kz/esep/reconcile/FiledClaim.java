package kz.esep.reconcile;

import kz.esep.intake.Claim;
import kz.esep.intake.Received;
import kz.esep.plan.Period;

/// A claim with how and for which period it came.
public record FiledClaim(Claim claim, Period period, Received received) {}
