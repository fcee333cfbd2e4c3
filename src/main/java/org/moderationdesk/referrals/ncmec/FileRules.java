package org.moderationdesk.referrals.ncmec;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the fields of one file's details say together. */
final class FileRules {
    private static final Set<String> SPREAD = Set.of("viral", "potentialMeme");

    private final Consumer<Fault> faults;

    FileRules(Consumer<Fault> faults) {
        this.faults = faults;
    }

    void check(Node file, boolean batched) {
        if (is(file, "exifViewedByEsp") && !is(file, "fileViewedByEsp")) {
            fault(file.at("fileViewedByEsp"), Rule.METADATA_OF_UNSEEN);
        }
        if (file.has("potentialMeme") && file.has("fileAnnotations")) {
            fault(file.at("potentialMeme"), Rule.ONE_OF_THESE);
        }
        if (file.text("fileRelevance").equals(FileRelevance.SUPPLEMENTAL.code())) {
            supplemental(file);
        }
        if (batched) {
            batch(file);
        }
    }

    private void supplemental(Node file) {
        file.child("industryClassification").ifPresent(node -> fault(node.path(), Rule.SUPPLEMENTAL_WITHOUT_CLASS));
        file.child("potentialMeme").ifPresent(node -> fault(node.path(), Rule.SUPPLEMENTAL_WITHOUT_CLASS));
        file.child("fileAnnotations")
                .flatMap(all -> all.child("potentialMeme"))
                .ifPresent(node -> fault(node.path(), Rule.SUPPLEMENTAL_WITHOUT_CLASS));
    }

    private void batch(Node file) {
        for (String name : Batch.NOT_OF_FILE) {
            file.all(name).forEach(node -> fault(node.path(), Rule.NOT_IN_BATCH));
        }
        if (file.has("fileRelevance") && !file.text("fileRelevance").equals(FileRelevance.REPORTED.code())) {
            fault(file.at("fileRelevance"), Rule.BATCH_FILE_IS_REPORTED);
        }
        List<Node> annotations =
                file.child("fileAnnotations").map(Node::children).orElse(List.of());
        annotations.stream()
                .filter(one -> !SPREAD.contains(one.element().name()))
                .forEach(one -> fault(one.path(), Rule.NOT_IN_BATCH));
        boolean spreads = is(file, "potentialMeme")
                || annotations.stream()
                        .anyMatch(one -> SPREAD.contains(one.element().name()));
        if (!spreads) {
            fault(file.at("fileAnnotations"), Rule.BATCH_FILE_IS_VIRAL);
        }
    }

    private static boolean is(Node file, String name) {
        return file.text(name).equals("true");
    }

    private void fault(String path, Rule rule) {
        faults.accept(Fault.of(path, rule));
    }
}
