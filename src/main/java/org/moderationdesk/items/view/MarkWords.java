package org.moderationdesk.items.view;

import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.media.view.MediaTime;

/** Says where in an item something is marked, in one language. */
public final class MarkWords {
    private final Texts texts;
    private final Numbers numbers;

    public MarkWords(Texts texts) {
        this.texts = texts;
        this.numbers = new Numbers(texts);
    }

    public String where(EvidenceMark mark) {
        return switch (mark) {
            case EvidenceMark.InMedia in -> {
                EvidenceMark.Box box = in.box();
                yield time(in)
                        + (box == null
                                ? texts.get("items.evidence.media", in.media() + 1)
                                : texts.get(
                                        "items.evidence.box",
                                        in.media() + 1,
                                        numbers.percent(box.x()),
                                        numbers.percent(box.y()),
                                        numbers.percent(box.w()),
                                        numbers.percent(box.h())));
            }
            case EvidenceMark.InText in -> texts.get("items.evidence." + in.in(), in.index() + 1);
        };
    }

    private String time(EvidenceMark.InMedia in) {
        Long from = in.fromMs();
        Long to = in.toMs();
        if (from == null) {
            return "";
        }
        String began = MediaTime.tenths(from * 1_000);
        return to == null || to.equals(from)
                ? texts.get("items.evidence.at", began) + " "
                : texts.get("items.evidence.span", began, MediaTime.tenths(to * 1_000)) + " ";
    }
}
