package org.moderationdesk.referrals.ncmec;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the fields of a report say together. */
final class ReportRules {
    private static final List<String> PEOPLE = List.of("personOrUserReported", "intendedRecipient", "victim");

    private final Consumer<Fault> faults;

    ReportRules(Consumer<Fault> faults) {
        this.faults = faults;
    }

    void check(Node report) {
        report.child("reporter")
                .flatMap(reporter -> reporter.child("reportingPerson"))
                .ifPresent(person -> {
                    if (!person.has("email")) {
                        faults.accept(Fault.of(person.at("email"), Rule.REPORTER_WITHOUT_EMAIL));
                    }
                });
        emailsOfSomebody(report);
        if (report.has("batchedReport")) {
            batch(report);
        } else {
            report.all("personOrUserReported")
                    .skip(1)
                    .forEach(another -> faults.accept(Fault.of(another.path(), Rule.SEVERAL_REPORTED)));
        }
    }

    /** Addresses of email and of newsgroups must be somebody's. */
    private void emailsOfSomebody(Node report) {
        Set<String> known = PEOPLE.stream()
                .flatMap(report::all)
                .flatMap(Node::everything)
                .filter(node -> node.element().name().equals("email"))
                .map(node -> folded(node.element().text()))
                .collect(Collectors.toSet());
        report.all("internetDetails")
                .flatMap(details ->
                        Stream.of("emailIncident", "newsgroupIncident").flatMap(details::all))
                .flatMap(incident -> incident.all("emailAddress"))
                .filter(address -> !known.contains(folded(address.element().text())))
                .forEach(address -> faults.accept(Fault.of(address.path(), Rule.EMAIL_OF_NOBODY)));
    }

    private void batch(Node report) {
        for (String name : Batch.NOT_OF_REPORT) {
            report.all(name).forEach(node -> faults.accept(Fault.of(node.path(), Rule.NOT_IN_BATCH)));
        }
        report.child("incidentSummary")
                .flatMap(summary -> summary.child(Batch.URGENT))
                .ifPresent(reason -> faults.accept(Fault.of(reason.path(), Rule.NOT_IN_BATCH)));
        report.all("personOrUserReported").forEach(account -> {
            if (!account.has(Batch.ID)) {
                faults.accept(Fault.of(account.at(Batch.ID), Rule.BATCH_NEEDS_ID));
            }
            account.children().stream()
                    .filter(child -> !child.element().name().equals(Batch.ID))
                    .forEach(child -> faults.accept(Fault.of(child.path(), Rule.NOT_IN_BATCH)));
        });
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
