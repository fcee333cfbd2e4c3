package org.moderationdesk.staff.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.ActingRows;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.PeopleRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Skills;

/** The people of the desk, for administrators: who they are, what they may, and who is on shift. */
public final class PeopleScreen implements Screen {
    private static final String ADD_KEY = "Shortcut+N";
    private static final String EDIT_KEY = "Enter";
    private static final String RESET_KEY = "P";
    private static final String ABLE_KEY = "D";

    private final Kit kit;
    private final Texts texts;
    private final Keys keys;
    private final Dialogs dialogs;
    private final PeopleRoom room;
    private final People people;
    private final Person self;
    private final Runnable onFirst;
    private final BorderPane node = new BorderPane();
    private final Label problem = new Label();
    private final VBox list = new VBox();
    private final ActingRows rows = new ActingRows(list);

    /**
     * @param self who looks
     * @param onFirst the desk has its first person: from now on everybody signs in
     */
    public PeopleScreen(Kit kit, Dialogs dialogs, PeopleRoom room, Person self, Runnable onFirst) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.room = room;
        this.people = room.people();
        this.self = self;
        this.onFirst = onFirst;
        node.setId("people");
        node.setFocusTraversable(true);
        node.setAccessibleText(title());
        keys = new Keys(title())
                .on(ADD_KEY, texts.get("staff.people.add"), this::addSomebody, () -> node.getCenter() != null)
                .on("J", texts.get("staff.people.key.next"), () -> rows.move(1))
                .on("K", texts.get("staff.people.key.previous"), () -> rows.move(-1))
                .on("Down", texts.get("staff.people.key.next"), () -> rows.move(1))
                .on("Up", texts.get("staff.people.key.previous"), () -> rows.move(-1))
                .on(EDIT_KEY, texts.get("staff.people.edit"), () -> rows.fire(EDIT_KEY), this::isEnterFree)
                .on(RESET_KEY, texts.get("staff.people.reset"), () -> rows.fire(RESET_KEY), () -> rows.can(RESET_KEY))
                .on(ABLE_KEY, texts.get("staff.people.key.able"), () -> rows.fire(ABLE_KEY), () -> rows.can(ABLE_KEY));
        keys.listenOn(node);
        problem.setId("people-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    @Override
    public String title() {
        return texts.get("staff.people");
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Keys> keys() {
        return List.of(keys);
    }

    @Override
    public void shown() {
        refresh();
        node.requestFocus();
    }

    private void addSomebody() {
        if (node.getTop() == null) {
            addFirst();
        } else {
            add();
        }
    }

    private void refresh() {
        kit.background().run(() -> new Listed(people.all(), room.skills().all()), this::show, this::failed);
    }

    private void show(Listed listed) {
        List<Member> all = listed.members();
        problem.setText("");
        if (all.isEmpty()) {
            node.setTop(null);
            node.setCenter(nobody());
            return;
        }
        node.setTop(head());
        boolean within = list.isFocusWithin();
        show(listed, new PersonRow(texts));
        if (within) {
            node.requestFocus();
        }
        var page = new VBox(problem, shift(all), list);
        page.getStyleClass().add("people-page");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        node.setCenter(scroll);
    }

    private Node nobody() {
        var first = KeyButton.of("people-first", texts.get("staff.people.first"), ADD_KEY, this::addFirst);
        first.getStyleClass().addAll("accent", "large");
        return new EmptyState(
                Icon.PEOPLE,
                texts.get("staff.people.alone"),
                texts.get("staff.people.alone.sentence", self.name()),
                first,
                problem);
    }

    private Node head() {
        var title = new Label(title());
        title.getStyleClass().addAll("strong", "size-16");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var add = KeyButton.of("people-add", texts.get("staff.people.add"), ADD_KEY, this::add);
        add.getStyleClass().add("accent");
        var head = new HBox(title, gap, add);
        head.getStyleClass().addAll("screen-head", "edge-bottom");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node shift(List<Member> all) {
        String names = all.stream()
                .filter(Member::isOnShift)
                .filter(member -> !member.name().equals(self.name()))
                .map(Member::name)
                .collect(Collectors.joining(", "));
        var line = DoorPanel.words(
                names.isEmpty() ? texts.get("staff.people.shift.none") : texts.get("staff.people.shift", names),
                "muted",
                "size-12");
        line.setId("people-shift");
        return line;
    }

    private void show(Listed listed, PersonRow drawn) {
        if (list.getChildren().isEmpty()) {
            list.getStyleClass().addAll("card", "people-list");
            list.getChildren().add(drawn.heading());
        }
        rows.show(listed.members().stream()
                .map(member -> {
                    List<ActingRows.Act> acts = acts(member, listed.of(member));
                    var line = new PersonRow.Line(
                            member,
                            listed.of(member),
                            state(member),
                            acts.stream().<Node>map(ActingRows.Act::button).toList());
                    return new ActingRows.Row(member.name(), drawn.of(line, self.name()), acts);
                })
                .toList());
    }

    /** On a button Enter is left alone: it is not of the row. */
    private boolean isEnterFree() {
        return rows.can(EDIT_KEY)
                && !(node.getScene() != null && node.getScene().getFocusOwner() instanceof Button);
    }

    private String state(Member member) {
        if (member.disabled()) {
            return texts.get("staff.people.disabled");
        }
        var since = member.onShiftSince();
        if (since != null) {
            return texts.get(
                    "staff.people.on-shift",
                    kit.times().moment(since, kit.clock().instant()));
        }
        return texts.get(member.mustChange() ? "staff.people.must-change" : "staff.people.off-shift");
    }

    private List<ActingRows.Act> acts(Member member, Skills skills) {
        return List.of(
                ActingRows.Act.of(EDIT_KEY, button(member, "edit", () -> edit(member, skills)), Icons.small(Icon.EDIT)),
                ActingRows.Act.of(
                        RESET_KEY, button(member, "reset", () -> reset(member)), Icons.small(Icon.PASSPHRASE)),
                member.disabled()
                        ? ActingRows.Act.of(
                                ABLE_KEY, button(member, "enable", () -> able(member, false)), Icons.small(Icon.WELL))
                        : ActingRows.Act.of(
                                ABLE_KEY, button(member, "disable", () -> disable(member)), Icons.small(Icon.REMOVE)));
    }

    private Button button(Member member, String what, Runnable act) {
        var button = new Button();
        button.setId("people-" + what + "-" + member.name());
        button.setAccessibleText(texts.get("staff.people.of." + what, member.name()));
        button.setTooltip(new Tooltip(texts.get("staff.people." + what)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void addFirst() {
        PersonForm form = PersonForm.first(texts);
        dialogs.form(texts.get("staff.people.first"), form, texts.get("staff.people.first"), () -> {
            String password = form.password();
            if (password == null) {
                return Optional.of(texts.get("staff.password.differs"));
            }
            change(() -> people.first(self, form.name(), form.roles(), form.clearance(), password), _ -> onFirst.run());
            return Optional.empty();
        });
    }

    private void add() {
        PersonForm form = PersonForm.added(texts, room.sectionName());
        dialogs.form(texts.get("staff.people.add"), form, texts.get("staff.people.add"), () -> {
            String name = form.name();
            Optional<Skills> skills = form.skills();
            if (skills.isEmpty()) {
                return Optional.of(texts.get("staff.people.skills.wrong"));
            }
            change(() -> people.add(self, name, form.roles(), form.clearance()), once -> {
                showOnce(name, once);
                change(() -> judges(name, skills.get()), _ -> refresh());
            });
            return Optional.empty();
        });
    }

    private void edit(Member member, Skills skills) {
        PersonForm form = PersonForm.changed(texts, room.sectionName(), member, skills);
        dialogs.form(texts.get("staff.people.of.edit", member.name()), form, texts.get("staff.people.keep"), () -> {
            Optional<Skills> judged = form.skills();
            if (judged.isEmpty()) {
                return Optional.of(texts.get("staff.people.skills.wrong"));
            }
            change(
                    () -> {
                        boolean unused = judges(member.name(), judged.get());
                        Member now = people.setRoles(self, member.name(), form.roles());
                        return now.childSafety() == form.clearance()
                                ? now
                                : people.setClearance(self, member.name(), form.clearance());
                    },
                    _ -> refresh());
            return Optional.empty();
        });
    }

    private boolean judges(String name, Skills skills) {
        room.skills().set(self, name, skills);
        return true;
    }

    private void reset(Member member) {
        dialogs.confirm(
                texts.get("staff.people.of.reset", member.name()),
                texts.get("staff.people.reset.sentence", member.name()),
                texts.get("staff.people.reset"),
                () -> change(() -> people.reset(self, member.name()), once -> showOnce(member.name(), once)));
    }

    private void disable(Member member) {
        dialogs.confirm(
                texts.get("staff.people.of.disable", member.name()),
                texts.get("staff.people.disable.sentence", member.name()),
                texts.get("staff.people.disable"),
                () -> able(member, true));
    }

    private void able(Member member, boolean disabled) {
        change(() -> people.setDisabled(self, member.name(), disabled), _ -> refresh());
    }

    private void showOnce(String name, String password) {
        refresh();
        var field = new TextField(password);
        field.setId("one-time-password");
        field.setEditable(false);
        field.getStyleClass().add("recovery-key");
        field.setAccessibleText(texts.get("staff.people.once", name));
        var copy = new Button(texts.get("staff.people.copy"), Icons.small(Icon.COPY));
        copy.setId("one-time-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(password);
            boolean copied = Clipboard.getSystemClipboard().setContent(content);
            if (copied) {
                copy.setText(texts.get("staff.people.copied"));
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(field, copy);
        line.getStyleClass().add("gap-8");
        var box = new VBox(line, DoorPanel.words(texts.get("staff.people.once.note"), "muted", "size-12"));
        box.getStyleClass().addAll("gap-8", "person-form");
        dialogs.show(texts.get("staff.people.once", name), box);
    }

    /** Everybody, and what is said of what they judge. */
    private record Listed(List<Member> members, Map<String, Skills> skills) {
        Skills of(Member member) {
            return skills.getOrDefault(member.name(), Skills.all());
        }
    }

    private <T> void change(Callable<T> work, Consumer<T> then) {
        problem.setText("");
        kit.background().run(work, then, this::failed);
    }

    private void failed(Exception failure) {
        problem.setText(
                switch (failure) {
                    case PeopleRefused refused -> refused.words(texts);
                    case RightRefused refused -> refused.words(texts);
                    default -> texts.get("staff.people.failed");
                });
    }
}
