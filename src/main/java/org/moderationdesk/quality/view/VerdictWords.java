package org.moderationdesk.quality.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Consequence;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.quality.Difference;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.review.Opened;

/** Says what a verdict on a difference would do, before anything happens. */
final class VerdictWords {
    private final Consequence consequence;
    private final ItemWords items;
    private final Texts texts;
    private final BookWords book;
    private final Supplier<Duration> undoWindow;

    VerdictWords(Consequence consequence, ItemWords items, Supplier<Duration> undoWindow) {
        this.undoWindow = undoWindow;
        this.consequence = consequence;
        this.items = items;
        this.texts = items.texts();
        this.book = items.bookWords();
    }

    /** @param laid the case as the first person found it; null while that is not read */
    List<String> of(Verdict verdict, Difference difference, @Nullable Opened laid) {
        List<String> parts = new ArrayList<>();
        switch (verdict) {
            case KEPT -> {
                parts.add(texts.get("quality.would.keep"));
                parts.add(texts.get("quality.would.nothing-changes"));
                parts.add(texts.get("quality.would.counts-kept"));
                parts.add(undo());
                parts.add(texts.get("quality.would.tells-both"));
            }
            case OVERTURNED -> {
                parts.add(texts.get("quality.would.replace"));
                if (laid != null) {
                    reversed(difference.first(), difference.second(), laid.row().kind(), parts);
                    consequence.of(difference.second(), laid.facts()).stream()
                            .filter(part ->
                                    !part.key().contains(".undo") && !part.key().endsWith(".closes"))
                            .map(part -> part.words(texts, book))
                            .map(VerdictWords::lower)
                            .forEach(parts::add);
                }
                parts.add(texts.get("quality.would.first-stays"));
                parts.add(texts.get("quality.would.no-undo"));
                parts.add(texts.get("quality.would.tells-both"));
            }
            case CALIBRATION -> {
                parts.add(texts.get("quality.would.calibrate"));
                parts.add(texts.get("quality.would.nothing-changes"));
                parts.add(texts.get("quality.would.resolve-later"));
                parts.add(undo());
            }
        }
        return parts;
    }

    private String undo() {
        return texts.get("quality.would.undo", undoWindow.get().toSeconds());
    }

    /** What the first decision did, and the second would not. */
    private void reversed(Proposal first, Proposal second, ItemKind kind, List<String> parts) {
        boolean removed = first.outcome() == Outcome.REMOVE && kind != ItemKind.ACCOUNT;
        if (removed && second.outcome() != Outcome.REMOVE) {
            parts.add(texts.get("quality.would.restores", items.kind(kind).toLowerCase(texts.locale())));
        }
        if (limits(first) && !limits(second)) {
            parts.add(texts.get("quality.would.lifts-limit"));
        }
        AccountMeasure.Type measure = first.account().type();
        if (measure != AccountMeasure.Type.NONE && measure != second.account().type()) {
            parts.add(texts.get(
                    "quality.would.withdraws",
                    texts.get("decisions.measure." + measure).toLowerCase(texts.locale())));
        }
        if (!first.referrals().isEmpty()) {
            parts.add(texts.get("quality.would.referral-stays"));
        }
    }

    private static boolean limits(Proposal proposal) {
        ReachLimit reach = proposal.reach();
        return reach != null && reach.limits();
    }

    /** Within a line; an abbreviation stays what it is. */
    private static String lower(String words) {
        boolean abbreviated = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return abbreviated ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
