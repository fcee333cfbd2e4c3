package org.moderationdesk.referrals.ncmec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a report of something that many spread may hold, and what it leaves out: who spread it stands in it by the id alone.
 * Documents stay as they are: a change is another document. Safe for any thread. Source: CyberTipline API, batched reports.
 */
public final class Batch {
    static final List<String> NOT_OF_REPORT =
            List.of("internetDetails", "lawEnforcement", "intendedRecipient", "victim", "additionalInfo");
    static final List<String> NOT_OF_FILE = List.of(
            "originalFileName",
            "locationOfFile",
            "originalFileHash",
            "ipCaptureEvent",
            "deviceId",
            "details",
            "additionalInfo");
    static final String URGENT = "escalateToHighPriority";
    static final String ID = "espIdentifier";
    private static final String MODE = "batchedReport";
    private static final String SUMMARY = "incidentSummary";
    private static final String REPORTED = "personOrUserReported";

    private final Fields fields;
    private final Outline outline;

    public Batch(Fields fields) {
        this.fields = fields;
        this.outline = fields.outline();
    }

    /** The report as one of the batched mode: without what has no place in it. */
    public Element of(Element report) {
        Element less = without(report, Set.copyOf(NOT_OF_REPORT));
        less = each(less, SUMMARY, (one, _) -> without(one, Set.of(URGENT)));
        less = each(less, REPORTED, (one, _) -> one.with(kept(one, child -> child.equals(ID))));
        return fields.with(less, "report/" + MODE + "/@reason", BatchReason.VIRAL_POTENTIAL_MEME.code());
    }

    /** Likewise the details of a file. */
    public Element ofFile(Element details) {
        return without(details, Set.copyOf(NOT_OF_FILE));
    }

    /** The report as one of its own again, with what it left out as this one has it. */
    public Element undone(Element report, Element before) {
        Element whole = joined(without(report, Set.of(MODE)), before, Set.copyOf(NOT_OF_REPORT));
        whole = each(whole, SUMMARY, (one, at) -> joined(one, place(before, SUMMARY, at), Set.of(URGENT)));
        return each(whole, REPORTED, (one, at) -> {
            Element was = place(before, REPORTED, at);
            Set<String> left = Set.copyOf(was.children().stream()
                    .map(Element::name)
                    .filter(child -> !child.equals(ID))
                    .toList());
            return joined(one, was, left);
        });
    }

    /** Likewise the details of a file. */
    public Element undoneFile(Element details, Element before) {
        return joined(details, before, Set.copyOf(NOT_OF_FILE));
    }

    private static Element without(Element element, Set<String> names) {
        return element.with(kept(element, child -> !names.contains(child)));
    }

    private static List<Element> kept(Element element, Predicate<String> wanted) {
        return element.children().stream()
                .filter(child -> wanted.test(child.name()))
                .toList();
    }

    /** Another one in the place of each child of this name, by its number from 0. */
    private static Element each(Element element, String name, BiFunction<Element, Integer, Element> change) {
        List<Element> children = new ArrayList<>();
        int number = 0;
        for (Element child : element.children()) {
            children.add(child.name().equals(name) ? change.apply(child, number++) : child);
        }
        return element.with(children);
    }

    /** Nothing where there were fewer. */
    private static Element place(Element before, String name, int number) {
        return before.children().stream()
                .filter(child -> child.name().equals(name))
                .skip(number)
                .findFirst()
                .orElse(Element.text(name, ""));
    }

    private Element joined(Element element, Element before, Set<String> names) {
        List<String> order = outline.shape(type(element.name())).orElseThrow().elements().stream()
                .map(Particle::name)
                .toList();
        return element.with(Stream.concat(
                        kept(element, child -> !names.contains(child)).stream(), kept(before, names::contains).stream())
                .sorted(Comparator.comparingInt(child -> order.indexOf(child.name())))
                .toList());
    }

    /** The documents' own elements, and those right below a report. */
    private String type(String name) {
        return outline.shape("report")
                .flatMap(report -> report.element(name))
                .map(Particle::type)
                .orElse(name);
    }
}
