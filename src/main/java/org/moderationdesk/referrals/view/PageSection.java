package org.moderationdesk.referrals.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A titled part of the page of a referral. */
public final class PageSection {
    private PageSection() {}

    /** @param content from top to bottom under the title; more may be added */
    public static VBox of(String title, Node... content) {
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "size-14");
        var section = new VBox(heading);
        section.getChildren().addAll(content);
        section.getStyleClass().addAll("report-section", "gap-8");
        return section;
    }
}
