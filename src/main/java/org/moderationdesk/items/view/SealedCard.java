package org.moderationdesk.items.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.review.LookReason;
import org.moderationdesk.review.SealedOpening;
import org.moderationdesk.review.SealedWhy;

/** Says that an item is sealed and can be decided without looking, and asks why one would look all the same. */
final class SealedCard {
    private static final List<LookForm> FORMS = List.of(LookForm.OUTLINE, LookForm.SMALL_GREY, LookForm.GREY);
    private static final int MOMENTS = 4;

    private final ItemWords words;
    private final Texts texts;
    private final Consumer<SealedAsk> onAsk;
    private final Label kind = new Label();
    private final ComboBox<LookReason> reason = new ComboBox<>();
    private final TextArea note = new TextArea();
    private final Label count = new Label();
    private final Map<LookForm, ToggleButton> forms = new EnumMap<>(LookForm.class);
    private final ComboBox<Integer> file = new ComboBox<>();
    private final ComboBox<Integer> moment = new ComboBox<>();
    private final Button look = new Button();
    private final Label missing = new Label();
    private final Label said = new Label();
    private final Label looked = new Label();
    private final VBox asking = new VBox();
    private final Label closed = new Label();
    private final VBox card;
    private final ScrollPane scroll;
    private LookForm form = FORMS.getFirst();
    private int times;
    private long seenMillis;

    SealedCard(ItemWords words, Consumer<SealedAsk> onAsk) {
        this.words = words;
        this.texts = words.texts();
        this.onAsk = onAsk;
        card = new VBox(head(), info(), asking, closed);
        card.setId("item-sealed");
        card.getStyleClass().addAll("card", "stage-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setFocusTraversable(true);
        closed.getStyleClass().addAll("muted", "size-12");
        closed.setWrapText(true);
        lay();
        scroll = new ScrollPane(card);
        scroll.setFitToWidth(true);
        scroll.setId("sealed-scroll");
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("sealed-scroll");
    }

    Node node() {
        return scroll;
    }

    /** What the keyboard goes to. */
    Node focus() {
        return card;
    }

    /** Another item: nothing is filled in, nothing was looked at. */
    void show(OpenItem open, boolean mayLook) {
        Item item = open.file().item();
        kind.setText(texts.get("items.sealed.nothing", words.kind(item.kind())));
        card.setAccessibleText(
                texts.get("items.sealed.title") + ". " + kind.getText() + " " + texts.get("items.sealed.decide"));
        times = 0;
        seenMillis = 0;
        looked.setText("");
        say("");
        reason.setValue(null);
        note.clear();
        choose(FORMS.getFirst());
        boolean heardOnly = item.kind() == ItemKind.AUDIO;
        boolean canLook = mayLook && !heardOnly && !item.media().isEmpty();
        shown(asking, canLook);
        shown(closed, !canLook);
        closed.setText(texts.get(
                heardOnly
                        ? "look.sealed.noPicture"
                        : item.media().isEmpty() ? "look.sealed.noFile" : "look.sealed.readOnly"));
        file.getItems().clear();
        for (int i = 0; i < item.media().size(); i++) {
            file.getItems().add(i);
        }
        file.setValue(0);
        shown(file, item.media().size() > 1);
        moment.setValue(0);
        shown(moment, FileShape.of(item, 0) == FileShape.FILM);
        check();
    }

    /** A look has ended; another needs a reason and a note of its own. */
    void looked(long millis) {
        times++;
        seenMillis += millis;
        looked.setText(texts.get("look.sealed.looked." + Count.form(times), times, Math.round(seenMillis / 1000.0)));
        say("");
        reason.setValue(null);
        note.clear();
        check();
    }

    void say(String words) {
        said.setText(words);
        shown(said, !words.isEmpty());
    }

    private void lay() {
        reason.setId("sealed-reason");
        reason.getItems().setAll(LookReason.values());
        reason.setPromptText(texts.get("look.sealed.reason.prompt"));
        reason.setConverter(named(one -> texts.get("look.reason." + one)));
        reason.setAccessibleText(texts.get("look.sealed.reason"));
        reason.valueProperty().subscribe(this::check);
        note.setId("sealed-note");
        note.setPromptText(texts.get("look.sealed.note.prompt"));
        note.setAccessibleText(texts.get("look.sealed.note"));
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.textProperty().subscribe(this::check);
        count.setId("sealed-count");
        count.getStyleClass().addAll("muted", "size-12");
        count.setMinWidth(Region.USE_PREF_SIZE);
        look.setId("sealed-look");
        look.setText(texts.get("look.sealed.act", SealedOpening.LONGEST.toSeconds()));
        look.setAccessibleText(look.getText());
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(_ -> ask());
        missing.setId("sealed-missing");
        missing.getStyleClass().addAll("muted", "size-12");
        missing.setWrapText(true);
        said.setId("sealed-said");
        said.getStyleClass().addAll("size-12");
        said.setWrapText(true);
        looked.setId("sealed-looked");
        looked.getStyleClass().addAll("muted", "size-12");
        var heading = new Label(texts.get("look.sealed.head", SealedOpening.LONGEST.toSeconds()));
        heading.getStyleClass().addAll("strong", "size-12");
        var top = new HBox(heading, gap(), looked);
        top.setAlignment(Pos.CENTER_LEFT);
        choice(file, "sealed-file", "look.sealed.file", one -> texts.get("look.sealed.file.number", one + 1));
        choice(moment, "sealed-moment", "look.sealed.moment", one -> texts.get("look.sealed.moment." + one));
        for (int i = 0; i < MOMENTS; i++) {
            moment.getItems().add(i);
        }
        var choices = new FlowPane(reason, forms(), file, moment);
        choices.getStyleClass().add("gap-8");
        var act = new HBox(look, count, missing);
        act.getStyleClass().add("gap-8");
        act.setAlignment(Pos.CENTER_LEFT);
        var logged = new Label(texts.get("look.sealed.logged"));
        logged.getStyleClass().addAll("muted", "size-11");
        logged.setWrapText(true);
        logged.setMinHeight(Region.USE_PREF_SIZE);
        asking.getStyleClass().add("sealed-asking");
        asking.getChildren().addAll(top, choices, note, act, said, logged);
    }

    private Node forms() {
        var buttons = new SegmentedButton();
        buttons.setId("sealed-form");
        for (LookForm one : FORMS) {
            var button = new ToggleButton(texts.get("look.form." + one));
            button.setId("sealed-form-" + one);
            button.setAccessibleText(button.getText());
            button.setOnAction(_ -> choose(one));
            forms.put(one, button);
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    /** One of them is always chosen. */
    private void choose(LookForm one) {
        form = one;
        forms.forEach((each, button) -> button.setSelected(each == one));
    }

    private void choice(ComboBox<Integer> box, String id, String key, Function<Integer, String> name) {
        box.setId(id);
        box.setAccessibleText(texts.get(key));
        box.setConverter(named(name));
    }

    /** Says what is still missing; the button works when nothing is. */
    private void check() {
        int length = SealedWhy.length(note.getText());
        boolean enough =
                length >= SealedWhy.LEAST_NOTE && note.getText().strip().length() <= SealedWhy.MOST_NOTE;
        count.setText(
                enough
                        ? texts.get("look.sealed.enough", length)
                        : texts.get("look.sealed.count", length, SealedWhy.LEAST_NOTE));
        missing.setText(reason.getValue() == null ? texts.get("look.sealed.missing.reason") : "");
        look.setDisable(reason.getValue() == null || !enough);
    }

    private void ask() {
        LookReason why = reason.getValue();
        if (why != null) {
            double part = moment.isVisible() ? moment.getValue() / (double) MOMENTS : 0;
            onAsk.accept(new SealedAsk(file.getValue(), form, part, new SealedWhy(why, note.getText())));
        }
    }

    private Node head() {
        var heading = new Label(texts.get("items.sealed.title"));
        heading.getStyleClass().addAll("strong", "size-14");
        heading.setWrapText(true);
        kind.getStyleClass().add("muted");
        kind.setWrapText(true);
        var lines = new VBox(heading, kind);
        var top = new HBox(Icons.large(Icon.SEALED), lines);
        top.getStyleClass().add("stage-card-head");
        top.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        return top;
    }

    private Node info() {
        var info = new Label(texts.get("items.sealed.decide"), Icons.small(Icon.INFO));
        info.getStyleClass().add("stage-info");
        info.setWrapText(true);
        info.setMaxWidth(Double.MAX_VALUE);
        info.setMinHeight(Region.USE_PREF_SIZE);
        return info;
    }

    private static Node gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static void shown(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public @Nullable T fromString(String words) {
                return null;
            }
        };
    }
}
