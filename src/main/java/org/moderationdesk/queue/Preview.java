package org.moderationdesk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would go where under a plan.
 *
 * @param flows how many cases go from one queue to another, also those that stay; the largest first
 * @param samples some of the cases that would move, the first by number of each flow
 */
public record Preview(List<Flow> flows, List<Sample> samples) {
    public Preview {
        flows = List.copyOf(flows);
        samples = List.copyOf(samples);
    }

    /** Cases that would be in another queue at once. */
    public long moves() {
        return flows.stream().filter(Flow::moves).mapToLong(Flow::waiting).sum();
    }

    /** Cases that would be in another queue once those who hold them let go. */
    public long movesLater() {
        return flows.stream().filter(Flow::moves).mapToLong(Flow::held).sum();
    }

    /**
     * Cases that are in one queue and belong in the other, or the same.
     *
     * @param waiting those that nobody holds
     * @param held those that somebody holds: they move when they are given back
     */
    public record Flow(String from, String to, long waiting, long held) {
        public boolean moves() {
            return !from.equals(to);
        }
    }

    /** @param rule by which it goes there; null for the default */
    public record Sample(CaseRow row, String to, @Nullable String rule) {}
}
