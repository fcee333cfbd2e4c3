package org.moderationdesk.sample;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.sample.Templates.Scored;

/** Makes lines of the desk format, each from its number and the seed alone. */
final class Cases {
    private static final int LONG_LINE = 60_000;
    /** So many have clips that can be played; beyond, it is load that counts. */
    private static final int FILMED = 260;
    /** The first numbers of items, after those that templates give themselves. */
    private static final Map<ItemKind, Integer> FIRST = Map.of(
            ItemKind.VIDEO, 20_419,
            ItemKind.AUDIO, 4_418,
            ItemKind.LIVESTREAM, 873,
            ItemKind.IMAGE, 77_103,
            ItemKind.COMMENT, 90_115,
            ItemKind.TEXT, 33_091,
            ItemKind.ACCOUNT, 11_874);

    private final Templates templates;
    private final List<Integer> order;
    private final People people;
    private final CaseMedia media;
    private final long seed;
    private final Instant now;

    /** @param now that all times count back from */
    Cases(Templates templates, CaseMedia media, long seed, Instant now) {
        this.templates = templates;
        this.media = media;
        this.seed = seed;
        this.now = Instant.ofEpochSecond(now.getEpochSecond());
        this.people = new People(templates, seed, this.now);
        this.order = new ArrayList<>(
                IntStream.range(0, templates.all().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
    }

    /**
     * A line, and how long ago it reached the desk.
     *
     * @param json without its end of line
     */
    record Line(String json, Duration waited) {}

    Line line(long index) throws IOException {
        Draft draft = draft(index);
        Template template = draft.template();
        var line = new LinkedHashMap<String, Object>();
        String id = id(draft, index);
        line.put("id", id);
        line.put("kind", template.kind().name());
        line.put("version", 1);
        line.put("text", text(draft));
        line.put("language", template.language());
        People.put(line, "region", template.region());
        line.put("postedAt", draft.posted().toString());
        line.put("url", "https://example.org/" + id.toLowerCase(Locale.ROOT).replace('-', '/'));
        line.put("author", people.author(draft));
        int lot = lot(draft);
        List<Footage.Span> spoken = new ArrayList<>();
        line.put("transcript", transcript(draft, spoken));
        line.put("media", media.of(draft, id, index < FILMED, lot, spoken));
        line.put("onScreenText", onScreen(draft));
        line.put("thread", thread(draft));
        addLive(line, draft);
        addReach(line, draft);
        line.put("signals", signals(draft));
        if (template.hasHash()) {
            byte[] hash = new byte[32];
            draft.random().nextBytes(hash);
            String value = HexFormat.of().formatHex(hash);
            line.put("hashes", List.of(Map.of("algorithm", "PDQ", "value", value, "quality", draft.between(70, 100))));
        }
        if (template.kind() == ItemKind.VIDEO) {
            line.put("sound", "original");
        }
        line.put("reports", people.reports(draft));
        return new Line(CanonicalJson.write(line), draft.waited());
    }

    /** Odd files come once, after the first round. */
    private Draft draft(long index) {
        int size = templates.all().size();
        long odd = index - size;
        boolean isOdd = odd >= 0 && odd < templates.odd().size();
        long among = odd < 0 ? index : index - templates.odd().size();
        int number = isOdd ? size + (int) odd : order.get((int) (among % size));
        int round = isOdd ? 0 : (int) (among / size);
        Template template =
                isOdd ? templates.odd().get((int) odd) : templates.all().get(number);
        var random = new Random(seed * 1_000_003 + index);
        random.nextInt();
        Duration waited = waited(template, random);
        int turn = Math.floorMod(template.text().hashCode() + (int) seed, 60) + round;
        return new Draft(template, number, round, turn, random, now.minus(waited), waited);
    }

    /** A few are late, a few are due within minutes, most are not. */
    private Duration waited(Template template, Random random) {
        int cycle = templates.common().minutes(template);
        int lot = random.nextInt(100);
        double part = random.nextDouble();
        double minutes = template.live()
                ? 1 + part * 20
                : lot < 4 ? cycle * (1.01 + part / 10) : lot < 9 ? cycle - 2 - part * 12 : cycle * (0.02 + part * 0.85);
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private static String id(Draft draft, long index) {
        Template template = draft.template();
        int among = draft.random().nextInt(3);
        if (draft.round() == 0 && template.id() != null) {
            return template.id();
        }
        String letter =
                template.kind() == ItemKind.AUDIO ? "S" : template.kind().name().substring(0, 1);
        return "%s-%05d".formatted(letter, FIRST.getOrDefault(template.kind(), 0) + index * 3 + among);
    }

    private static String text(Draft draft) {
        String text = draft.say(draft.template().text());
        // Once is enough: among a million cases it would be half of all bytes.
        boolean monstrous = draft.round() == 0 && draft.template().special() == Template.Special.LONG_LINE;
        return monstrous ? text + " " + "zo".repeat(LONG_LINE) : text;
    }

    /** How long a clip is hangs on this; a kind without clips leaves the lots of others as they are. */
    private static int lot(Draft draft) {
        return switch (draft.template().kind()) {
            case VIDEO -> draft.between(9, 90);
            case AUDIO -> draft.between(20, 400);
            case LIVESTREAM, IMAGE, COMMENT, TEXT, ACCOUNT -> 0;
        };
    }

    /** @param spans filled with when somebody speaks */
    private static List<Object> transcript(Draft draft, List<Footage.Span> spans) {
        List<Object> transcript = new ArrayList<>();
        String other = draft.template().language().equals("en") ? "nl" : "en";
        int from = draft.between(500, 3_000);
        for (Template.Said said : draft.template().transcript()) {
            int to = from + draft.between(1_500, 4_000);
            var spoken = new LinkedHashMap<String, Object>();
            spoken.put("fromMs", from);
            spoken.put("toMs", to);
            spoken.put("text", draft.say(said.text()));
            if (said.translation() != null) {
                spoken.put("translations", Map.of(other, draft.say(said.translation())));
            }
            transcript.add(spoken);
            spans.add(new Footage.Span(from, to));
            from = to + draft.between(200, 2_000);
        }
        return transcript;
    }

    private static List<Object> onScreen(Draft draft) {
        return draft.template().onScreenText().stream()
                .map(shown -> (Object) Map.of("fromMs", 3_000, "toMs", 7_000, "text", draft.say(shown)))
                .toList();
    }

    private static List<Object> thread(Draft draft) {
        List<Object> thread = new ArrayList<>();
        Instant at = draft.posted();
        for (Template.Written written : draft.template().thread()) {
            at = at.plusSeconds(draft.between(30, 400));
            thread.add(Map.of(
                    "id",
                    "c-" + (thread.size() + 1),
                    "author",
                    written.author(),
                    "text",
                    draft.say(written.text()),
                    "at",
                    at.toString()));
        }
        return thread;
    }

    private static void addLive(Map<String, Object> line, Draft draft) {
        String state = draft.template().liveState();
        if (state != null) {
            line.put(
                    "live",
                    Map.of(
                            "state",
                            state,
                            "startedAt",
                            draft.posted().toString(),
                            "viewers",
                            draft.between(8, 900),
                            "segmentMs",
                            15_000));
        }
    }

    private static void addReach(Map<String, Object> line, Draft draft) {
        Template template = draft.template();
        if (template.views() == null) {
            return;
        }
        double scale = draft.round() == 0 ? 1 : 0.3 + draft.random().nextDouble();
        long views = Math.round(template.views() * scale);
        var reach = new LinkedHashMap<String, Object>();
        reach.put("views", views);
        reach.put("shares", views / 200);
        if (template.viewsPerHour() != null) {
            reach.put("viewsPerHour", Math.round(template.viewsPerHour() * scale));
        }
        line.put("reach", reach);
    }

    /** The signal of the chapter first, then some that say little. */
    private List<Object> signals(Draft draft) {
        List<Object> signals = new ArrayList<>();
        String chapter = draft.template().chapter();
        Double score = draft.template().score();
        for (Scored scored : templates.common().signals()) {
            boolean own = scored.chapter().equals(chapter);
            double low = draft.between(1, 45) / 100.0;
            if (own || draft.random().nextInt(3) == 0) {
                var signal = Map.<String, Object>of(
                        "name",
                        scored.name(),
                        "score",
                        own && score != null ? score : low,
                        "threshold",
                        scored.threshold(),
                        "source",
                        templates.common().model());
                signals.add(own ? 0 : signals.size(), signal);
            }
        }
        return signals;
    }
}
