package org.moderationdesk.decisions.view;

import java.util.List;
import javafx.scene.Node;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * What a room above has to say of rules and of a proposal: advice, which refuses nothing. Held in memory: it is asked at
 * every key. JavaFX thread only.
 */
public interface Counsel {
    /** Nothing to say. */
    Counsel NONE = new Counsel() {
        @Override
        public String line(ClauseCode rule) {
            return "";
        }

        @Override
        public Node reasons(ClauseCode rule) {
            throw new IllegalStateException("nothing is said of " + rule);
        }

        @Override
        public List<String> cautions(Proposal proposal) {
            return List.of();
        }
    };

    /** What stands quietly beneath a rule; empty for nothing. */
    String line(ClauseCode rule);

    /** What a pop-over at that line shows. */
    Node reasons(ClauseCode rule);

    /** What to consider of a proposal, above its rationale. */
    List<String> cautions(Proposal proposal);
}
