package org.moderationdesk.audit.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.Replay;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.WhatWasSeen;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.view.EvidenceWords;
import org.moderationdesk.items.view.MarkWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.media.view.MediaTime;
import org.moderationdesk.review.Opened;

/** Says what was decided and seen, field by field, in one language. Of what is sealed no word is shown. */
final class ReplayWords {
    private static final int TITLE = 60;
    private static final int LONGEST = 4_000;

    private final LogWords words;
    private final Texts texts;
    private final MarkWords places;

    ReplayWords(LogWords words) {
        this.words = words;
        this.texts = words.texts();
        this.places = new MarkWords(texts);
    }

    /** A field by its name. */
    record Field(String name, String value) {}

    /** The beginning of its text, or what kind of thing it is. */
    String title(Replay replay) {
        return replay.asItWas()
                .filter(then -> !then.row().sealed())
                .map(then -> firstWords(then.file().item()))
                .filter(first -> !first.isEmpty())
                .orElseGet(() -> words.items().kind(replay.row().fact().kind()));
    }

    private static String firstWords(Item item) {
        return item.text() == null ? "" : SafeLine.of(HostileText.firstWords(item.text(), TITLE));
    }

    /** "Entry 48,207 · @zaal4 · nl · NL". */
    String about(Replay replay) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get(
                "audit.entry", words.kit().numbers().whole(replay.row().fact().seq())));
        replay.asItWas()
                .map(then -> then.file().item().author())
                .map(Author::handle)
                .ifPresent(handle -> parts.add(SafeLine.of(handle, TITLE)));
        String where = words.items()
                .languageAndRegion(
                        replay.row().fact().language(), replay.row().fact().region());
        if (!where.isEmpty()) {
            parts.add(where);
        }
        return String.join(" · ", parts);
    }

    /** What was answered and decided; what nothing was said of has no field. */
    List<Field> decided(Replay replay) {
        Proposal proposal = replay.proposal();
        List<Field> fields = new ArrayList<>();
        add(fields, "audit.field.outcome", words.cell(LogColumn.OUTCOME, replay.row()));
        proposal.answers()
                .forEach((code, answer) -> fields.add(new Field(clause(code), answer(proposal, code, answer))));
        add(fields, "audit.field.exception", exception(proposal.exception()));
        add(fields, "audit.field.reach", reach(proposal.reach()));
        add(fields, "audit.field.account", words.cell(LogColumn.ACCOUNT, replay.row()));
        add(fields, "audit.field.referral", referrals(proposal));
        add(fields, "audit.field.escalated", proposal.escalateTo() == null ? "" : SafeLine.of(proposal.escalateTo()));
        add(fields, "audit.field.evidence", evidence(replay));
        add(fields, "audit.field.rationale", said(proposal.rationale()));
        add(fields, "audit.field.confidence", confidence(replay));
        return fields;
    }

    /** By whom, when, what they saw, and what became of it. */
    List<Field> seen(Replay replay) {
        List<Field> fields = new ArrayList<>();
        add(fields, "audit.field.reviewer", words.reviewer(replay.row()));
        add(fields, "audit.field.times", times(replay));
        add(fields, "audit.field.looks", looks(replay.seen()));
        add(
                fields,
                "audit.field.version",
                texts.get(
                        "audit.version",
                        replay.line().itemVersion(),
                        replay.line().edition()));
        add(fields, "audit.field.queue", words.cell(LogColumn.QUEUE, replay.row()));
        add(fields, "audit.field.state", words.cell(LogColumn.STATE, replay.row()));
        return fields;
    }

    String quality(Replay replay) {
        return words.quality(replay.row().quality());
    }

    private void add(List<Field> fields, String key, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(texts.get(key), value));
        }
    }

    private String clause(ClauseCode code) {
        return code.value();
    }

    private String answer(Proposal proposal, ClauseCode code, Answer answer) {
        String note = proposal.notes().get(code);
        String said = texts.get("decisions.checklist.answer." + answer);
        return note == null || note.isBlank() ? said : said + ". " + said(note);
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : SafeLine.of(text, LONGEST);
    }

    private String exception(@Nullable ExceptionClaim claim) {
        if (claim == null || claim.ground() == null) {
            return "";
        }
        String ground = words.items().bookWords().ground(claim.ground());
        String carveOut = claim.carveOut() == null
                ? ""
                : ", " + SafeLine.of(claim.carveOut().value());
        return claim.why() == null || claim.why().isBlank()
                ? ground + carveOut
                : ground + carveOut + ". " + said(claim.why());
    }

    private String reach(@Nullable ReachLimit reach) {
        if (reach == null || !reach.limits()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (!reach.forYou()) {
            parts.add(texts.get("audit.reach.feed"));
        }
        if (!reach.search()) {
            parts.add(texts.get("audit.reach.search"));
        }
        if (reach.reason() != null) {
            parts.add(texts.get("decisions.reach." + reach.reason()));
        }
        return String.join(", ", parts);
    }

    private String referrals(Proposal proposal) {
        String to = proposal.referrals().stream()
                .map(one -> words.referral(one.to()) + (one.why() == null ? "" : ". " + said(one.why())))
                .collect(Collectors.joining("\n"));
        return to.isEmpty() ? said(proposal.noReferral()) : to;
    }

    private String evidence(Replay replay) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < replay.proposal().evidence().size(); i++) {
            EvidenceMark mark = replay.proposal().evidence().get(i);
            String quoted = replay.asItWas()
                    .filter(then -> !then.row().sealed())
                    .map(then -> EvidenceWords.said(then.file().item(), mark))
                    .orElse("");
            lines.add((EvidenceWords.name(i) + " " + mark.clause().value() + " " + places.where(mark) + " " + quoted)
                    .strip());
        }
        return String.join("\n", lines);
    }

    private String confidence(Replay replay) {
        String sure = words.cell(LogColumn.CONFIDENCE, replay.row());
        String hard = replay.row().fact().difficult() ? texts.get("audit.difficult") : "";
        return sure.isEmpty() || hard.isEmpty() ? sure + hard : sure + ", " + hard;
    }

    /** "Claimed 13:50, decided 13:57, 1:42 at work on it". */
    private String times(Replay replay) {
        String decided = words.moment(replay.line().at());
        String took =
                words.kit().times().countdown(Duration.ofMillis(replay.seen().activeMs()));
        return claimed(replay)
                .map(at -> texts.get("audit.times", words.moment(at), decided, took))
                .orElseGet(() -> texts.get("audit.times.unclaimed", decided, took));
    }

    private static Optional<Instant> claimed(Replay replay) {
        return replay.entries().stream()
                .filter(entry -> entry.seq() < replay.row().fact().seq())
                .filter(entry -> entry.kind() == EventKind.CLAIMED || entry.kind() == EventKind.HANDED_OVER)
                .map(LoggedEvent::at)
                .reduce((_, later) -> later);
    }

    private String looks(WhatWasSeen seen) {
        if (seen.looks().isEmpty()) {
            return texts.get("audit.looks.none");
        }
        return seen.looks().stream().map(this::look).collect(Collectors.joining("\n"));
    }

    private String look(WhatWasSeen.Looks look) {
        String form = texts.get("look.form." + look.form());
        String seconds = words.kit().numbers().decimal(look.millis() / 1_000.0, 1);
        String said = texts.get("audit.look", look.media() + 1, form, look.times(), seconds);
        String spans = look.spans().stream()
                .map(span -> MediaTime.seconds(span.fromMs() * 1_000) + "–" + MediaTime.seconds(span.toMs() * 1_000))
                .collect(Collectors.joining(", "));
        return spans.isEmpty() ? said : said + " (" + spans + ")";
    }

    /** What an entry tells, and by whom unless names are hidden. */
    String entry(LoggedEvent entry, Replay replay) {
        String what = texts.get("audit.event." + entry.kind());
        String who = replay.row().hidesName() ? "" : ", " + SafeLine.of(entry.by());
        return words.moment(entry.at()) + " " + what + who;
    }

    /** Whether this entry tells of the decision itself: made, undone, approved and the like. */
    static boolean tellsOf(LoggedEvent entry, Replay replay) {
        return entry.seq() == replay.row().fact().seq()
                || entry.kind() != EventKind.SHOWN
                        && entry.body().contains("\"" + replay.line().id() + "\"");
    }

    /** What the item was then, for the line above it. */
    String asItWas(Opened then, Replay replay) {
        return texts.get(
                "audit.then",
                words.kit().numbers().whole(replay.row().fact().seq()),
                then.file().item().version(),
                words.moment(replay.line().at()));
    }
}
