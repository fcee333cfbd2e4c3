package org.moderationdesk.staff.view;

import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Skills;

/** One line of the list of people: four facts and what can be done. */
final class PersonRow {
    private final Texts texts;

    PersonRow(Texts texts) {
        this.texts = texts;
    }

    Node heading() {
        var row = new HBox(
                cell(texts.get("staff.people.column.name"), "person-cell-name", "muted"),
                cell(texts.get("staff.people.column.roles"), "person-cell-roles", "muted"),
                cell(texts.get("staff.people.column.clearance"), "person-cell-clearance", "muted"),
                cell(texts.get("staff.people.column.state"), "person-cell-state", "muted"));
        row.getStyleClass().add("person-row");
        return row;
    }

    /** What a row shows. */
    record Line(Member member, Skills skills, String state, List<Node> acts) {}

    Node of(Line line, String self) {
        Member member = line.member();
        String name = member.name().equals(self) ? texts.get("staff.people.you", self) : member.name();
        String clearance = texts.get(member.childSafety() ? "staff.people.cleared" : "staff.people.not-cleared");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(
                cell(name, "person-cell-name", "strong"),
                roles(member, line.skills()),
                cell(clearance, "person-cell-clearance", member.childSafety() ? "tone-success" : "muted"),
                cell(line.state(), "person-cell-state", member.disabled() ? "tone-attention" : "muted"),
                gap);
        row.getChildren().addAll(line.acts());
        row.setId("person-" + member.name());
        row.getStyleClass().addAll("person-row", "edge-top");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node roles(Member member, Skills skills) {
        var roles = cell(RoleWords.of(texts, member.roles()));
        var box = new VBox(roles);
        box.getStyleClass().addAll("person-cell-roles", "size-12");
        box.setAlignment(Pos.CENTER_LEFT);
        if (!skills.equals(Skills.all())) {
            String languages = String.join(", ", new TreeSet<>(skills.languages()));
            String sections = String.join(", ", new TreeSet<>(skills.sections()));
            String both = languages.isEmpty() || sections.isEmpty()
                    ? languages + sections
                    : texts.get("staff.people.judges", languages, sections);
            var judged = cell(both, "muted");
            judged.setId("person-judges-" + member.name());
            judged.setAccessibleText(texts.get("staff.people.judges.only", both));
            box.getChildren().add(judged);
        }
        return box;
    }

    private static Label cell(String words, String... styles) {
        var cell = new Label(words);
        cell.getStyleClass().add("size-12");
        cell.getStyleClass().addAll(styles);
        cell.setWrapText(true);
        return cell;
    }
}
