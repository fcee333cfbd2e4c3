package org.moderationdesk.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Codes of a written proposal that no edition can have, so that a {@link Proposal} cannot hold them: the rules refuse
 * them (D5, D10) like codes that are merely absent.
 *
 * @param rules what stands where the code of a rule belongs
 * @param carveOut what stands where the code of a carve-out belongs
 */
public record Strays(List<String> rules, @Nullable String carveOut) {
    public Strays {
        rules = List.copyOf(rules);
    }

    public static Strays none() {
        return new Strays(List.of(), null);
    }
}
