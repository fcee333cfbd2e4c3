package org.moderationdesk.decisions;

import java.util.List;

/** Thrown inside an act so that nothing of it is kept: the decision, or what was to become of one, is refused. */
public final class DecisionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Judgement judgement;

    public DecisionRefused(Judgement judgement) {
        super(String.join(" ", judgement.rules()));
        this.judgement = judgement;
    }

    DecisionRefused(Refusal refusal) {
        this(new Judgement(List.of(refusal)));
    }

    public Judgement judgement() {
        return judgement;
    }
}
