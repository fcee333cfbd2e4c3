package org.moderationdesk.decisions.view;

/** Of a decision that is only read: nothing is submitted, skipped or undone. */
public record NoActs() implements DecisionActs {
    @Override
    public void submit(boolean next) {}

    @Override
    public void skip() {}

    @Override
    public void undo() {}

    @Override
    public void next() {}
}
