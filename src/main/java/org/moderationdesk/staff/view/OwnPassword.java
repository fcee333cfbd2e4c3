package org.moderationdesk.staff.view;

import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.People;

/** Changing one's own password from within the desk. */
public final class OwnPassword {
    private OwnPassword() {}

    /** Asks for the password of now and the next one, and says when it has been changed. */
    public static void ask(Kit kit, Dialogs dialogs, People people, String name) {
        String title = kit.texts().get("staff.password.change");
        var form = new NewPasswordForm(
                kit, people, name, null, _ -> dialogs.tell(title, kit.texts().get("staff.password.changed")));
        form.getStyleClass().add("person-form");
        dialogs.show(title, form);
        form.begin();
    }
}
