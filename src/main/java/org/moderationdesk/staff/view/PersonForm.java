package org.moderationdesk.staff.view;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.Skills;

/** What an administrator says of a person: name, roles, clearance, what they judge; of the first one the password. */
final class PersonForm extends VBox {
    private final TextField name = new TextField();
    private final Map<Role, CheckBox> roles = new EnumMap<>(Role.class);
    private final CheckBox clearance;
    private final PasswordBox password;
    private final PasswordBox again;
    private @Nullable SkillFields skills;

    private PersonForm(Texts texts) {
        getStyleClass().addAll("gap-8", "person-form");
        name.setId("person-name");
        password = new PasswordBox(texts, "person-password", texts.get("staff.password"));
        again = new PasswordBox(texts, "person-again", texts.get("staff.password.again"));
        clearance = new CheckBox(texts.get("staff.people.clearance"));
        clearance.setId("person-clearance");
        for (Role role : Role.values()) {
            var box = new CheckBox(RoleWords.of(texts, role));
            box.setId("person-role-" + role);
            roles.put(role, box);
        }
    }

    /** Of somebody new, who will be a reviewer of everything unless something else is chosen. */
    static PersonForm added(Texts texts, UnaryOperator<String> sectionName) {
        var form = new PersonForm(texts);
        form.box(Role.REVIEWER).setSelected(true);
        form.getChildren().add(DoorPanel.field(texts.get("staff.name"), form.name));
        form.addRest(texts);
        form.add(new SkillFields(texts, sectionName, Skills.all()));
        return form;
    }

    /** Of the first person of a desk, an administrator under a password of their own. */
    static PersonForm first(Texts texts) {
        var form = new PersonForm(texts);
        form.roles.values().forEach(box -> box.setSelected(true));
        form.box(Role.ADMINISTRATOR).setDisable(true);
        form.clearance.setSelected(true);
        form.getChildren().addAll(DoorPanel.field(texts.get("staff.name"), form.name), form.password, form.again);
        form.addRest(texts);
        form.getChildren().add(DoorPanel.words(texts.get("staff.people.first.note"), "muted", "size-12"));
        return form;
    }

    /** Of somebody whose roles, clearance, languages or sections change. */
    static PersonForm changed(Texts texts, UnaryOperator<String> sectionName, Member member, Skills skills) {
        var form = new PersonForm(texts);
        form.name.setText(member.name());
        form.roles.forEach((role, box) -> box.setSelected(member.roles().contains(role)));
        form.clearance.setSelected(member.childSafety());
        form.addRest(texts);
        form.add(new SkillFields(texts, sectionName, skills));
        return form;
    }

    private CheckBox box(Role role) {
        return roles.computeIfAbsent(role, _ -> new CheckBox());
    }

    private void addRest(Texts texts) {
        var heading = new Label(texts.get("staff.people.roles"));
        heading.getStyleClass().add("field-label");
        getChildren().add(heading);
        getChildren().addAll(roles.values());
        getChildren().addAll(clearance, DoorPanel.words(texts.get("staff.people.clearance.note"), "muted", "size-12"));
    }

    private void add(SkillFields fields) {
        skills = fields;
        getChildren().add(fields);
    }

    String name() {
        return name.getText().strip();
    }

    Set<Role> roles() {
        var chosen = EnumSet.noneOf(Role.class);
        roles.forEach((role, box) -> {
            if (box.isSelected()) {
                chosen.add(role);
            }
        });
        return chosen;
    }

    boolean clearance() {
        return clearance.isSelected();
    }

    /** What they judge; empty when something typed is no code. */
    Optional<Skills> skills() {
        return skills == null ? Optional.of(Skills.all()) : skills.skills();
    }

    /** Null when the two are not the same. */
    @Nullable
    String password() {
        return password.text().equals(again.text()) ? password.text() : null;
    }
}
