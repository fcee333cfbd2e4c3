package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.guidelines.BookWords;

/** Says what became of a decision, and why one was refused. */
final class DecisionWords {
    private final Says says;
    private final OpenedDesk desk;

    DecisionWords(Says says, OpenedDesk desk) {
        this.says = says;
        this.desk = desk;
    }

    int changed(Changed changed) {
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", changed.line().id());
        object.put("state", changed.line().state());
        says.result(
                object,
                desk.texts()
                        .get(
                                "cli.undo.done",
                                changed.line().id(),
                                changed.line().state()));
        return Exit.DONE;
    }

    /** A refused change of a decision. */
    int refused(String decision, DecisionRefused refused) {
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", decision);
        return refused(object, decision, refused);
    }

    /** A refused act: the rule that refuses first, all that refuse, and what would make it valid. */
    int refused(Map<String, Object> object, String what, DecisionRefused refused) {
        Judgement judgement = refused.judgement();
        BookWords book = desk.book().words(desk.texts().language());
        String reason = judgement
                .first()
                .map(refusal -> refusal.words(desk.texts(), book))
                .orElse("");
        String rule = judgement.rules().stream().findFirst().orElse("");
        object.put("accepted", false);
        object.put("rule", rule);
        object.put("rules", judgement.rules());
        object.put("reason", reason);
        says.result(object, desk.texts().get("cli.decide.refused", what, rule, reason));
        return Exit.NO;
    }
}
