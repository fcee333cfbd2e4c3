package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.LookAlike;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;

/** What the panel beside the content tells besides the item's words. Linear in the item: not for the JavaFX thread. */
final class PanelFacts {
    private final Texts texts;
    private final Numbers numbers;

    PanelFacts(ItemWords words) {
        this.texts = words.texts();
        this.numbers = new Numbers(texts);
    }

    /** Signs that something pretends to be what it is not. */
    List<PanelLine> suspicious(Item item) {
        var found = new ArrayList<PanelLine>();
        Author author = item.author();
        if (isHiding(item.text()) || author != null && isHiding(author.bio())) {
            found.add(warning("items.suspect.hidden", texts.get("items.suspect.hiddenDetail")));
        }
        if (author != null && author.handle() != null) {
            LookAlike.ofHandle(author.handle())
                    .ifPresent(alike -> found.add(warning("items.suspect.handle", detail(alike))));
        }
        if (item.url() != null) {
            LookAlike.ofUrl(item.url()).ifPresent(alike -> found.add(warning("items.suspect.url", detail(alike))));
        }
        return found;
    }

    private static boolean isHiding(@Nullable String text) {
        return text != null && HostileText.hasHidden(text);
    }

    private String detail(LookAlike alike) {
        return alike.looksLike().isEmpty()
                ? texts.get("items.suspect.scripts", String.join(", ", alike.scripts()))
                : texts.get("items.suspect.looksLike", SafeLine.of(alike.looksLike(), 60));
    }

    private PanelLine warning(String key, String detail) {
        return new PanelLine.Fact(Icon.TROUBLE, texts.get(key), detail, true);
    }

    /** What is known of the item without its content. */
    List<PanelLine> known(ItemFile file) {
        Item item = file.item();
        var facts = new ArrayList<PanelLine>();
        for (int i = 0; i < item.media().size(); i++) {
            MediaFile media = item.media().get(i);
            MediaFile.State state =
                    i < file.mediaStates().size() ? file.mediaStates().get(i) : MediaFile.State.NOT_NAMED;
            boolean trouble = state == MediaFile.State.MISSING || state == MediaFile.State.DIFFERS;
            facts.add(new PanelLine.Fact(
                    Icon.FILE,
                    String.join(" · ", MediaFacts.of(media, texts)),
                    state == MediaFile.State.STORED ? hash(media) : texts.get("items.media." + state),
                    trouble));
        }
        long matches = file.reports().stream()
                .filter(report -> report.report().source() == Report.Source.HASH_MATCH)
                .count();
        if (matches > 0) {
            facts.add(fact(
                    Icon.HASH,
                    "items.fact.match",
                    texts.get("items.fact.matchDetail." + Count.form(matches), matches)));
        }
        facts.add(new PanelLine.Fact(
                Icon.REPORTS,
                texts.get("items.fact.reports." + Count.form(file.reportsInAll()), file.reportsInAll()),
                texts.get("items.fact.reportsDetail." + Count.form(people(file)), people(file)),
                false));
        live(item, facts);
        if (item.reach() != null && item.reach().views() != null) {
            String perHour = item.reach().viewsPerHour() == null
                    ? ""
                    : texts.get("items.fact.perHour", numbers.whole(item.reach().viewsPerHour()));
            facts.add(new PanelLine.Fact(
                    Icon.REVEALED,
                    texts.get("items.head.views", numbers.whole(item.reach().views())),
                    perHour,
                    false));
        }
        age(item, facts);
        return facts;
    }

    private long people(ItemFile file) {
        return file.reports().stream()
                .filter(report -> report.report().source() == Report.Source.USER)
                .count();
    }

    private void live(Item item, List<PanelLine> facts) {
        LiveStream live = item.live();
        if (live != null) {
            facts.add(fact(
                    Icon.LIVESTREAM,
                    item.isLiveNow() ? "items.fact.live" : "items.fact.liveEnded",
                    live.viewers() == null ? "" : texts.get("items.fact.viewers", numbers.whole(live.viewers()))));
        }
    }

    private void age(Item item, List<PanelLine> facts) {
        Author author = item.author();
        if (author != null && author.age() != null) {
            facts.add(new PanelLine.Fact(
                    Icon.ACCOUNT,
                    texts.get("items.fact.age", author.age()),
                    texts.get("items.age." + author.ageSource()),
                    author.age() < 18));
        }
    }

    private String hash(MediaFile media) {
        String hash = media.sha256();
        return hash == null || hash.length() < 16
                ? ""
                : texts.get("items.fact.sha", hash.substring(0, 8), hash.substring(hash.length() - 4));
    }

    private PanelLine fact(Icon icon, String key, String detail) {
        return new PanelLine.Fact(icon, texts.get(key), detail, false);
    }
}
