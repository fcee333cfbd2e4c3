package org.moderationdesk.staff.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.staff.Member;

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

    Node of(Member member, String self, String state, List<Node> acts) {
        String name = member.name().equals(self) ? texts.get("staff.people.you", self) : member.name();
        String clearance = texts.get(member.childSafety() ? "staff.people.cleared" : "staff.people.not-cleared");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(
                cell(name, "person-cell-name", "strong"),
                cell(RoleWords.of(texts, member.roles()), "person-cell-roles"),
                cell(clearance, "person-cell-clearance", member.childSafety() ? "tone-success" : "muted"),
                cell(state, "person-cell-state", member.disabled() ? "tone-attention" : "muted"),
                gap);
        row.getChildren().addAll(acts);
        row.setId("person-" + member.name());
        row.getStyleClass().addAll("person-row", "edge-top");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label cell(String words, String... styles) {
        var cell = new Label(words);
        cell.getStyleClass().add("size-12");
        cell.getStyleClass().addAll(styles);
        cell.setWrapText(true);
        return cell;
    }
}
