package org.moderationdesk.items.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.fx.Times;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;

/** Everything else that is known: hashes, address, versions, other facts, and what was done with the item. */
final class MoreTab {
    static final String METADATA_KEY = "Shift+M";

    private final ItemModel model;
    private final Texts texts;
    private final Times times;
    private final Numbers numbers;
    private final FactList list;
    private final MetadataPane metadata;
    private final HBox bar;
    private final VBox whole;

    MoreTab(ItemModel model, Texts texts, Times times, Background background) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        this.numbers = new Numbers(texts);
        this.list = new FactList("item-more", texts.get("items.tab.more"));
        this.metadata = new MetadataPane(model, texts, background, this::arrange);
        Button read = KeyButton.of("metadata-open", texts.get("items.metadata.open"), METADATA_KEY, this::openMetadata);
        this.bar = new HBox(read);
        bar.getStyleClass().add("metadata-head");
        this.whole = new VBox(bar, list.node(), metadata.node());
        VBox.setVgrow(list.node(), Priority.ALWAYS);
        VBox.setVgrow(metadata.node(), Priority.ALWAYS);
    }

    Node node() {
        return whole;
    }

    /** Reads what the file that is shown says of itself. */
    void openMetadata() {
        metadata.open();
        arrange();
    }

    /** Facts of the desk, or what the file says of itself. */
    private void arrange() {
        boolean read = metadata.isOpen();
        put(bar, !read && MetadataPane.has(model));
        put(list.node(), !read);
    }

    private static void put(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    void show(OpenItem open) {
        metadata.close();
        arrange();
        ItemFile file = open.file();
        Item item = file.item();
        var lines = new ArrayList<FactLine>();
        lines.add(line("items.more.id", SafeLine.of(item.id(), 200)));
        lines.add(line(
                "items.more.versions",
                file.versions().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        lines.add(line("items.more.arrived", moment(file.arrivedAt())));
        if (item.postedAt() != null) {
            lines.add(line("items.more.posted", moment(item.postedAt())));
        }
        if (item.url() != null && !open.row().sealed()) {
            String host = LinkHosts.host(item.url()).orElse("");
            lines.add(line("items.more.host", host));
            lines.add(line("items.more.url", SafeLine.of(item.url())));
        }
        media(file, lines);
        item.hashes()
                .forEach(hash -> lines.add(new FactLine(
                        SafeLine.of(hash.algorithm(), 40)
                                + (hash.quality() == null
                                        ? ""
                                        : " · " + texts.get("items.more.quality", hash.quality())),
                        SafeLine.of(hash.value(), 300),
                        true)));
        if (item.reach() != null) {
            reach(item, lines);
        }
        lines.addAll(OtherFacts.of(item.extra(), texts));
        open.known()
                .log()
                .forEach(entry -> lines.add(new FactLine(
                        moment(entry.at()),
                        entry.what() + (entry.who().isEmpty() ? "" : " · " + SafeLine.of(entry.who(), 60)))));
        list.show(lines);
    }

    private void media(ItemFile file, List<FactLine> lines) {
        for (int i = 0; i < file.item().media().size(); i++) {
            MediaFile media = file.item().media().get(i);
            String state = i < file.mediaStates().size()
                    ? " · " + texts.get("items.media." + file.mediaStates().get(i))
                    : "";
            String name = texts.get("items.more.file", i + 1);
            lines.add(new FactLine(name, String.join(" · ", MediaFacts.of(media, texts)) + state));
            if (media.sha256() != null) {
                lines.add(new FactLine(texts.get("items.more.sha", i + 1), SafeLine.of(media.sha256(), 80), true));
            }
            lines.addAll(OtherFacts.of(media.extra(), texts));
        }
    }

    private void reach(Item item, List<FactLine> lines) {
        var reach = item.reach();
        if (reach != null && reach.shares() != null) {
            lines.add(line("items.more.shares", numbers.whole(reach.shares())));
        }
        if (reach != null && reach.viewsPerHour() != null) {
            lines.add(line("items.more.perHour", numbers.whole(reach.viewsPerHour())));
        }
    }

    private String moment(Instant at) {
        return times.moment(at, model.nowProperty().get());
    }

    private FactLine line(String key, String value) {
        return new FactLine(texts.get(key), value);
    }
}
