package org.moderationdesk.authorities;

import java.util.function.UnaryOperator;
import org.moderationdesk.base.Texts;

/**
 * Says what a dossier says, in one language: the desk's own words by their keys, and those of strangers as they are made
 * safe where they are shown.
 */
public final class FactWords {
    private final Texts texts;
    private final UnaryOperator<String> strangers;

    /** @param strangers makes words of strangers safe to show */
    public FactWords(Texts texts, UnaryOperator<String> strangers) {
        this.texts = texts;
        this.strangers = strangers;
    }

    public String part(DossierPart part) {
        return texts.get("authorities.dossier.part." + part);
    }

    public String label(String key) {
        return texts.get("authorities.dossier.fact." + key);
    }

    public String value(String key, String value) {
        String own = "authorities.dossier.value." + key + "." + value;
        return texts.has(own) ? texts.get(own) : strangers.apply(value);
    }
}
