package kz.esep.reconcile;

import java.util.List;
import kz.esep.findings.Finding;

/// A check of what was accepted: nothing is refused by it, but somebody should look.
interface Doubt {

    List<Finding> in(Testimony testimony);
}
