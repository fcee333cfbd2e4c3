package org.moderationdesk.practice.scoring;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.practice.Certifying;
import org.moderationdesk.practice.GroupMedians;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.PracticeRefused;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Results;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.Runs;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.Sets;
import org.moderationdesk.practice.Told;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Prints what there is of a person's practice to PDF files, whole or not at all. One's own; anybody's for who trains. Not
 * for the JavaFX thread; safe for any other.
 */
public final class PracticePapers {
    private static final int MOST_RUNS = 1_000;

    private final Sets sets;
    private final Runs runs;
    private final Results results;
    private final Certifying certifying;
    private final GroupMedians medians;
    private final RunScorer scorer;

    public PracticePapers(
            Sets sets, Runs runs, Results results, Certifying certifying, GroupMedians medians, RunScorer scorer) {
        this.sets = sets;
        this.runs = runs;
        this.results = results;
        this.certifying = certifying;
        this.medians = medians;
        this.scorer = scorer;
    }

    /** Of a desk's practice. */
    public static PracticePapers of(Practice practice, Rules rules) {
        return new PracticePapers(
                practice.sets(),
                practice.runs(),
                practice.results(),
                practice.certifying(),
                practice.medians(),
                new RunScorer(rules));
    }

    /**
     * The report of a run that is over; answers with how many pages.
     *
     * @param zone that moments are told in
     * @throws PracticeRefused when there is no such run for this person, or it is not over
     */
    public int run(Person viewer, String runId, Texts texts, ZoneId zone, Path file) throws IOException {
        Run run = results.find(viewer, runId);
        var reviewed = results.reviewed(viewer, run.id());
        PracticeSet set = sets.find(viewer, run.setId());
        var terms = set.newest().terms();
        RunReport report = RunReport.of(scorer, terms.scoring(), reviewed, run.items() - reviewed.size());
        List<Run> attempts = Rights.has(viewer, Right.TRAIN)
                ? results.ofSet(viewer, run.setId(), null, MOST_RUNS)
                : runs.own(viewer).stream()
                        .filter(one -> one.setId().equals(run.setId()))
                        .toList();
        var progress = Progress.of(run.person(), attempts, medians.of(viewer, run.setId()));
        var printed = new RunPaper.Printed(report, run, terms.title(), run.person(), progress);
        return whole(file, out -> new RunPaper(texts, zone).write(printed, out));
    }

    /**
     * A certificate, on one page.
     *
     * @throws PracticeRefused when there is none of this id for this person
     */
    public void certificate(Person viewer, String certificateId, Texts texts, ZoneId zone, Path file)
            throws IOException {
        Certificate one = certifying.find(viewer, certificateId);
        Told title = certifying.all(viewer).stream()
                .filter(each -> each.name().equals(one.certification()))
                .findFirst()
                .map(Certification::title)
                .filter(told -> !told.in(texts.language()).isEmpty())
                .orElseGet(() -> Told.in(texts.language(), one.certification()));
        List<CertificatePaper.Passed> passed = new ArrayList<>();
        for (String id : one.runs()) {
            Run run = results.find(viewer, id);
            Score score = run.score();
            Instant ended = run.endedAt();
            Told set = sets.find(viewer, run.setId()).newest().terms().title();
            if (score != null && ended != null) {
                passed.add(new CertificatePaper.Passed(set, score.percent(), ended));
            }
        }
        var printed = new CertificatePaper.Printed(one, title, one.person(), passed);
        int _ = whole(file, out -> {
            new CertificatePaper(texts, zone).write(printed, out);
            return 1;
        });
    }

    private static int whole(Path file, Paper paper) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(target.toString());
        }
        Path part = Files.createTempFile(folder, "paper", ".part");
        try {
            int pages;
            try (OutputStream out = Files.newOutputStream(part)) {
                pages = paper.to(out);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return pages;
        } finally {
            boolean _ = Files.deleteIfExists(part);
        }
    }

    @FunctionalInterface
    private interface Paper {
        int to(OutputStream out) throws IOException;
    }
}
