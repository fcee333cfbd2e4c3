package org.moderationdesk.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.Report;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;

/** A desk of practice on which cases come in by files, and hidden tests with them. */
public final class HiddenDesk implements AutoCloseable {
    public static final String QUEUE = "general";

    private final PracticeDesk desk;
    private final Path folder;
    private final MediaStore media;
    private final Intake intake;
    private final Hidden hidden;

    public HiddenDesk(Path folder) {
        this.folder = folder;
        var rules = new Rules(PracticeDesk.BOOK);
        this.desk = new PracticeDesk(new RunScorer(rules));
        var review = desk.review();
        this.media = new MediaStore(folder.resolve("media"), review.store());
        this.intake = new Intake(
                review.store(),
                review.log(),
                new Receiver(new ItemWriter(), review.cases(), media),
                desk.clock(),
                new HiddenPlacing(review.store(), PracticeDesk.BOOK, media));
        this.hidden = new Hidden(
                review.store(), review.log(), desk.clock(), review.decisions(), desk.sets(), new RunScorer(rules));
    }

    PracticeDesk practice() {
        return desk;
    }

    MediaStore media() {
        return media;
    }

    public Hidden hidden() {
        return hidden;
    }

    /** The same, as the screens see it. */
    public PractisedDesk practised() {
        return new PractisedDesk(desk);
    }

    public TestClock clock() {
        return desk.clock();
    }

    /** Lines of ordinary cases, all alike. */
    List<FlaggedItem> lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new FlaggedItem(
                        FlaggedItems.item(
                                "V-" + (20_000 + i),
                                ItemKind.VIDEO,
                                1,
                                "A pan and a knife",
                                FlaggedItems.author("u-" + (70_000 + i), "@cook" + i, null),
                                null,
                                null),
                        List.of(new Report(
                                "r-" + (30_000 + i),
                                Report.Source.USER,
                                "u-" + (40_000 + i),
                                null,
                                null,
                                List.of("5.3"),
                                desk.clock().instant().minusSeconds(60),
                                Map.of())),
                        false))
                .toList();
    }

    ImportResult take(List<FlaggedItem> lines) throws IOException {
        Path file = folder.resolve("lines.jsonl");
        Files.writeString(
                file,
                lines.stream()
                        .map(line -> CanonicalJson.write(DeskFormat.toMap(line)))
                        .collect(Collectors.joining("\n")));
        return intake.importFile(file, PracticeDesk.RUTH, ImportProgress.NONE);
    }

    public PracticeSet published() {
        return desk.published(12, PracticeDesk.closed("Knives"));
    }

    /** So many cases come in. */
    public void imported(int cases) throws IOException {
        ImportResult _ = take(lines(0, cases));
    }

    /** Ten tests among fifty cases. */
    public List<HiddenTest> tenTests() throws IOException {
        PracticeSet set = published();
        HiddenShare _ = hidden.set(PracticeDesk.RUTH, QUEUE, 5, List.of(set.id()));
        ImportResult _ = take(lines(0, 50));
        return hidden.placed(PracticeDesk.RUTH);
    }

    public String decide(Proposal proposal) {
        return desk.real().again(PracticeDesk.FLEUR, proposal);
    }

    @Override
    public void close() {
        desk.close();
    }
}
