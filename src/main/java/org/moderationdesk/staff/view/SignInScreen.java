package org.moderationdesk.staff.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.SignedIn;

/** The way in for a person of this desk; with a password from an administrator, another one is chosen first. */
public final class SignInScreen {
    private final Kit kit;
    private final Texts texts;
    private final SignInDoor door;
    private final List<Node> desks;
    private final List<String> notes;
    private final Consumer<Person> in;
    private final StackPane node = new StackPane();

    /**
     * @param desks which desk it is, above the name
     * @param notes what there is to say, such as why nobody is signed in any more
     * @param in told who has come in, and may work
     */
    public SignInScreen(Kit kit, SignInDoor door, List<Node> desks, List<String> notes, Consumer<Person> in) {
        this.kit = kit;
        this.texts = kit.texts();
        this.door = door;
        this.desks = List.copyOf(desks);
        this.notes = List.copyOf(notes);
        this.in = in;
        node.getStyleClass().add("door");
        node.setId("sign-in-screen");
    }

    public Node node() {
        return node;
    }

    /** Asks for name and password. */
    public void begin() {
        var form = new SignInForm(kit, door, null, texts.get("staff.sign-in"), this::arrived);
        var parts = new ArrayList<>(desks);
        parts.addAll(List.of(form, DoorPanel.rule()));
        notes.forEach(note -> parts.add(DoorPanel.note(Icon.HELD, note)));
        parts.add(DoorPanel.note(Icon.SAFE_VIEW, texts.get("staff.sign-in.covered")));
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
        node.getChildren().setAll(panel.node());
        node.applyCss();
    }
}
