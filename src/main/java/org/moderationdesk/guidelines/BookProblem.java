package org.moderationdesk.guidelines;

/**
 * One fault of an edition file.
 *
 * @param place file and JSON pointer, such as "nl.json /clauses/5.3.3"
 * @param what is wrong there, such as "text missing"
 */
public record BookProblem(String place, String what) {
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
