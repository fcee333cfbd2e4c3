package org.moderationdesk.referrals;

import java.util.List;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;

/** Holds the documents of a report to what NCMEC asks. */
@FunctionalInterface
public interface Checking {
    /** What is wrong with them; empty where nothing is. Safe for any thread, the JavaFX one too. */
    List<Fault> check(Element report, List<Element> files);

    /** Reads what it checks by; not for the JavaFX thread. */
    default void ready() {}
}
