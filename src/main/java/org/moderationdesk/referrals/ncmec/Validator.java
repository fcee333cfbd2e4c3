package org.moderationdesk.referrals.ncmec;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds documents to what NCMEC asks of them before anything is sent: the structure that its schema enforces, and the
 * lengths and rules that only its documentation names. Safe for any thread.
 */
public final class Validator {
    private static final Set<String> KNOWN_LATER = Set.of("reportId", "fileId");

    private final Outline outline;
    private final InstantSource clock;
    private final Set<String> newer;

    /** @param newer names of elements that the operator's own copy of the schema has beyond ours */
    public Validator(Outline outline, InstantSource clock, Set<String> newer) {
        this.outline = outline;
        this.clock = clock;
        this.newer = Set.copyOf(newer);
    }

    /** What is wrong with a report and the details of its files, in the order of the documents; empty if nothing is. */
    public List<Fault> check(Element report, List<Element> files) {
        List<Fault> faults = new ArrayList<>(check(report));
        boolean batched = report.child("batchedReport").isPresent();
        if (batched && files.size() > 1) {
            faults.add(Fault.of("fileDetails[2]", Rule.BATCH_ONE_FILE));
        }
        for (int i = 0; i < files.size(); i++) {
            String prefix = "fileDetails[" + (i + 1) + "]";
            for (Fault fault : checkFile(files.get(i), batched)) {
                faults.add(new Fault(
                        prefix + fault.path().substring("fileDetails".length()), fault.rule(), fault.values()));
            }
        }
        return List.copyOf(faults);
    }

    /** What is wrong with a report alone. */
    public List<Fault> check(Element report) {
        List<Fault> faults = new ArrayList<>();
        if (!report.name().equals("report")) {
            return List.of(Fault.of(report.name(), Rule.UNKNOWN_ELEMENT));
        }
        Node root = Node.root(report, outline);
        common(root, faults);
        new ReportRules(faults::add).check(root);
        return List.copyOf(faults);
    }

    /** What is wrong with the details of a file; the numbers of report and file come when it is uploaded. */
    public List<Fault> checkFile(Element file, boolean batched) {
        if (!file.name().equals("fileDetails")) {
            return List.of(Fault.of(file.name(), Rule.UNKNOWN_ELEMENT));
        }
        List<Fault> faults = new ArrayList<>();
        Node root = Node.root(file, outline);
        common(root, faults);
        faults.removeIf(fault -> fault.rule() == Rule.MISSING
                && KNOWN_LATER.stream().map(root::at).anyMatch(fault.path()::equals));
        new FileRules(faults::add).check(root, batched);
        return List.copyOf(faults);
    }

    private void common(Node root, List<Fault> faults) {
        new StructureCheck(outline, clock.instant(), newer, faults::add).check(root);
        var rules = new CommonRules(outline, faults::add);
        root.everything().forEach(rules::check);
    }
}
