package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.decisions.EvidenceMark.Box;

/**
 * D13: a mark lies within the item and shows a clause that is answered "yes". The length of media that the item does
 * not tell is not checked; a negative time never is one.
 */
final class EvidenceLiesInTheItem implements DecisionRule {
    /** Fractions come from pixels: their sum may miss 1 by rounding. */
    private static final double ROUNDING = 1e-6;

    @Override
    public String number() {
        return "D13";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        var refusals = new ArrayList<Refusal>();
        List<EvidenceMark> marks = asked.proposal().evidence();
        for (int i = 0; i < marks.size(); i++) {
            EvidenceMark mark = marks.get(i);
            if (asked.proposal().answers().get(mark.clause()) != Answer.YES) {
                refusals.add(refusal("evidence-clause", i + 1, mark.clause()));
            }
            switch (mark) {
                case EvidenceMark.InMedia media -> checkMedia(i + 1, media, asked, refusals);
                case EvidenceMark.InText text -> checkText(i + 1, text, asked, refusals);
            }
        }
        return refusals;
    }

    private void checkMedia(int number, EvidenceMark.InMedia mark, Asked asked, List<Refusal> refusals) {
        MarkedMedia media = MarkedMedia.of(asked.item(), mark.media());
        if (!media.exists()) {
            refusals.add(refusal("evidence-media", number, mark.media()));
            return;
        }
        if (!timeFits(mark, media)) {
            Long length = media.lengthMs();
            refusals.add(
                    length == null
                            ? refusal("evidence-time-order", number)
                            : refusal("evidence-time", number, length / 1000.0));
        }
        if (mark.box() != null && (!boxFits(mark.box()) || !media.hasFrame())) {
            refusals.add(refusal("evidence-box", number));
        }
    }

    private static boolean timeFits(EvidenceMark.InMedia mark, MarkedMedia media) {
        long from = mark.fromMs() == null ? 0 : mark.fromMs();
        long to = mark.toMs() == null ? from : mark.toMs();
        return from >= 0 && to >= from && (media.lengthMs() == null || to <= media.lengthMs());
    }

    private static boolean boxFits(Box box) {
        return box.x() >= 0
                && box.y() >= 0
                && box.w() > 0
                && box.h() > 0
                && box.x() + box.w() <= 1 + ROUNDING
                && box.y() + box.h() <= 1 + ROUNDING;
    }

    private void checkText(int number, EvidenceMark.InText mark, Asked asked, List<Refusal> refusals) {
        String text = MarkedText.of(asked.item(), mark.in(), mark.index()).orElse(null);
        if (text == null) {
            refusals.add(refusal("evidence-text-missing", number, mark.in(), mark.index()));
            return;
        }
        int length = text.codePointCount(0, text.length());
        if (mark.from() < 0 || mark.to() <= mark.from() || mark.to() > length) {
            refusals.add(refusal("evidence-text", number, length));
        }
    }
}
