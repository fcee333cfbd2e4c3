package org.moderationdesk.staff.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.SignedIn;

/** The way in for a person of this desk; with a password from an administrator, another one is chosen first. */
public final class SignInScreen {
    private final Kit kit;
    private final Texts texts;
    private final SignInDoor door;
    private final DeskField desk;
    private final List<String> notes;
    private final SupportSettings support;
    private final Consumer<Person> in;
    private final StackPane node = new StackPane();
    private final DoorKeys keys;

    /**
     * @param desk which desk it is
     * @param notes what there is to say, such as why nobody is signed in any more
     * @param support whom people can talk to
     * @param in told who has come in, and may work
     */
    public SignInScreen(
            Kit kit,
            SignInDoor door,
            DeskField desk,
            List<String> notes,
            SupportSettings support,
            Consumer<Person> in) {
        this.kit = kit;
        this.texts = kit.texts();
        this.door = door;
        this.desk = desk;
        this.notes = List.copyOf(notes);
        this.support = support;
        this.in = in;
        node.getStyleClass().add("door");
        node.setId("sign-in-screen");
        keys = new DoorKeys(node, texts, texts.get("staff.sign-in"), texts.get("staff.sign-in.key.on"), desk.keys());
    }

    public Node node() {
        return node;
    }

    /** Asks for name and password. */
    public void begin() {
        var form = new SignInForm(kit, door, null, texts.get("staff.sign-in"), this::arrived, desk.tells());
        var asked = new VBox();
        asked.getStyleClass().add("sign-in-parts");
        asked.getChildren().addAll(desk.parts());
        asked.getChildren().add(form);
        var parts = new ArrayList<Node>(List.of(asked, DoorPanel.rule()));
        notes.forEach(note -> parts.add(DoorPanel.note(Icon.HELD, note)));
        parts.add(DoorPanel.note(Icon.SAFE_VIEW, texts.get("staff.sign-in.covered")));
        Support.note(texts, support).ifPresent(parts::add);
        show(new DoorPanel(texts.get("staff.desk"), texts.get("staff.sign-in.sentence"))
                .with(parts.toArray(Node[]::new)));
        form.begin();
    }

    private void arrived(SignedIn.In who, String password) {
        if (who.mustChange()) {
            choosePassword(who.person(), password);
        } else {
            goIn(who.person());
        }
    }

    /** The desk is laid out, which takes a moment: nobody is to wonder whether they are in. */
    private void goIn(Person person) {
        String opening = texts.get("staff.sign-in.opening");
        show(new DoorPanel(texts.get("staff.desk"), opening).with(new Loading(3, opening)));
        in.accept(person);
    }

    private void choosePassword(Person person, String password) {
        var form = new NewPasswordForm(kit, door.people(), person.name(), password, done -> goIn(done.person()));
        show(new DoorPanel(texts.get("staff.desk"), texts.get("staff.must-change", person.name()))
                .with(form, DoorPanel.note(Icon.PASSPHRASE, texts.get("staff.must-change.note"))));
        form.begin();
    }

    private void show(DoorPanel panel) {
        node.getChildren().setAll(keys.under(panel));
        node.applyCss();
    }
}
