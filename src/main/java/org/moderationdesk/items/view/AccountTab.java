package org.moderationdesk.items.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.AccountFile;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.LookAlike;
import org.moderationdesk.queue.CaseRow;

/** The account behind the item: what is known of it, its measures, its other cases, and earlier decisions here. */
final class AccountTab {
    private final ItemModel model;
    private final ItemWords words;
    private final Texts texts;
    private final Times times;
    private final Numbers numbers;
    private final FactList facts;
    private final FactList history;
    private final HBox tab;

    AccountTab(ItemModel model, ItemWords words, Times times) {
        this.model = model;
        this.words = words;
        this.texts = words.texts();
        this.times = times;
        this.numbers = new Numbers(texts);
        facts = new FactList("item-account", texts.get("items.tab.account"));
        history = new FactList("item-history", texts.get("items.account.history"));
        HBox.setHgrow(facts.node(), Priority.ALWAYS);
        var title = new Label(texts.get("items.account.history"));
        title.getStyleClass().addAll("muted", "side-title");
        var side = new VBox(title, history.node());
        side.getStyleClass().add("tab-side");
        VBox.setVgrow(history.node(), Priority.ALWAYS);
        tab = new HBox(facts.node(), side);
    }

    Node node() {
        return tab;
    }

    void show(OpenItem open) {
        Author author = author(open);
        facts.show(author == null ? List.of() : facts(open, author));
        history.show(history(open, author));
    }

    private static @Nullable Author author(OpenItem open) {
        AccountFile account = open.file().account();
        return account == null ? open.file().item().author() : account.author();
    }

    private List<FactLine> facts(OpenItem open, Author author) {
        var lines = new ArrayList<FactLine>();
        String name = author.handle() == null ? author.id() : author.handle();
        String opened = author.createdAt() == null
                ? ""
                : ", " + texts.get("items.account.opened", times.date(author.createdAt()));
        lines.add(line("items.account.account", SafeLine.of(name, 80) + opened));
        if (author.displayName() != null) {
            lines.add(line("items.account.name", SafeLine.of(author.displayName(), 80)));
        }
        if (author.handle() != null) {
            LookAlike.ofHandle(author.handle())
                    .ifPresent(alike -> lines.add(line("items.suspect.handle", SafeLine.of(alike.looksLike(), 80))));
        }
        String source = texts.get("items.age." + author.ageSource());
        lines.add(line(
                "items.account.age",
                author.age() == null ? texts.get("items.account.noAge") : author.age() + ", " + source));
        lines.add(line(
                "items.account.strikes",
                texts.get("items.account.strikesActive", open.known().activeStrikes())));
        if (author.followers() != null) {
            lines.add(line("items.account.followers", numbers.whole(author.followers())));
        }
        if (author.country() != null) {
            lines.add(line("items.account.country", SafeLine.of(author.country(), 20)));
        }
        if (!author.deviceIds().isEmpty()) {
            lines.add(line(
                    "items.account.devices",
                    texts.get("items.account.devicesCount", author.deviceIds().size())));
        }
        if (author.bio() != null && !author.bio().isEmpty()) {
            lines.add(line("items.account.bio", SafeLine.of(author.bio())));
        }
        otherCases(open, lines);
        lines.addAll(OtherFacts.of(author.extra(), texts));
        return lines;
    }

    private void otherCases(OpenItem open, List<FactLine> lines) {
        List<CaseRow> others = open.known().otherCases();
        lines.add(line("items.account.otherCases", numbers.whole(others.size())));
        others.forEach(row -> lines.add(new FactLine(
                SafeLine.of(row.itemId(), 40),
                words.about(row.sections()) + " · " + words.severity(row.severity())
                        + (row.sealed() || row.excerpt().isEmpty() ? "" : " · " + SafeLine.of(row.excerpt(), 120)))));
    }

    private List<FactLine> history(OpenItem open, @Nullable Author author) {
        var lines = new ArrayList<FactLine>();
        open.known()
                .decisions()
                .forEach(line -> lines.add(new FactLine(
                        moment(line.at()),
                        line.what() + (line.who().isEmpty() ? "" : " · " + SafeLine.of(line.who(), 60)))));
        if (author != null) {
            author.priorMeasures().forEach(measure -> lines.add(measure(measure)));
            if (author.createdAt() != null) {
                lines.add(new FactLine(times.date(author.createdAt()), texts.get("items.account.created")));
            }
        }
        return lines;
    }

    private FactLine measure(Author.PriorMeasure measure) {
        Instant now = model.nowProperty().get();
        String key = "items.measure." + measure.measure().toUpperCase(Locale.ROOT);
        String what = measure.measure().matches("[A-Za-z_]{1,40}") && texts.has(key)
                ? texts.get(key)
                : SafeLine.of(measure.measure(), 60);
        String clause = measure.clause() == null ? "" : " · " + SafeLine.of(measure.clause(), 20);
        String ends = measure.expiresAt() == null
                ? ""
                : " · "
                        + texts.get(
                                measure.expiresAt().isAfter(now) ? "items.account.expires" : "items.account.expired",
                                times.date(measure.expiresAt()));
        return new FactLine(
                measure.at() == null ? texts.get("items.account.noDate") : times.date(measure.at()),
                what + clause + ends);
    }

    private String moment(Instant at) {
        return times.moment(at, model.nowProperty().get());
    }

    private FactLine line(String key, String value) {
        return new FactLine(texts.get(key), value);
    }
}
