package org.moderationdesk.calibration;

import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.staff.Person;

/** Lets another decision take the place of one that is in force, as a resolved difference does. */
@FunctionalInterface
public interface Replacing {
    /**
     * Records it, and reverses what the first one did.
     *
     * @return the id of the new decision
     * @throws org.moderationdesk.decisions.DecisionRefused by the rules, or when the first one is not in force
     */
    String replace(String decisionId, Proposal instead, Person lead);
}
