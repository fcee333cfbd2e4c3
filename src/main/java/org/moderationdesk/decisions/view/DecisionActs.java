package org.moderationdesk.decisions.view;

/** What the screen around the panel does with a decision. JavaFX thread only. */
public interface DecisionActs {
    /**
     * Records the decision; called only while the rules accept it.
     *
     * @param next whether the next case is wanted then
     */
    void submit(boolean next);

    /** Gives the case back, with a reason. */
    void skip();

    /** Undoes the last decision while that is possible, or withdraws what still waits of the one that is shown. */
    void undo();

    /** Opens the next case. */
    void next();
}
