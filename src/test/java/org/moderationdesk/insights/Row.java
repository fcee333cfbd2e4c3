package org.moderationdesk.insights;

import java.time.Instant;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.Severity;

/** One decision to count. */
record Row(
        Instant at,
        Outcome outcome,
        Severity severity,
        boolean onTime,
        int activeMs,
        String section,
        String queue,
        String region,
        String ground,
        boolean undone) {
    static Row at(String moment) {
        return new Row(
                Instant.parse(moment), Outcome.REMOVE, Severity.LOW, true, 60_000, "5.3", "general", "NL", "", false);
    }

    Row to(Outcome other) {
        return new Row(at, other, severity, onTime, activeMs, section, queue, region, ground, undone);
    }

    Row severe(Severity other) {
        return new Row(at, outcome, other, onTime, activeMs, section, queue, region, ground, undone);
    }

    Row late() {
        return new Row(at, outcome, severity, false, activeMs, section, queue, region, ground, undone);
    }

    Row taking(int seconds) {
        return new Row(at, outcome, severity, onTime, seconds * 1_000, section, queue, region, ground, undone);
    }

    Row in(String otherSection) {
        return new Row(at, outcome, severity, onTime, activeMs, otherSection, queue, region, ground, undone);
    }

    Row of(String otherQueue, String otherRegion) {
        return new Row(at, outcome, severity, onTime, activeMs, section, otherQueue, otherRegion, ground, undone);
    }

    Row because(String other) {
        return new Row(at, Outcome.EXCEPTION, severity, onTime, activeMs, section, queue, region, other, undone);
    }

    Row takenBack() {
        return new Row(at, outcome, severity, onTime, activeMs, section, queue, region, ground, true);
    }
}
