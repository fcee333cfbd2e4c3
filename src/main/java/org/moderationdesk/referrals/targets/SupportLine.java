package org.moderationdesk.referrals.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Somebody who helps a person in need, as settings show and change them; not yet checked.
 *
 * @param code of the target that it is; empty for a new one
 * @param region two letters of the state whose people it helps
 * @param contact how they are reached, as the person is told; empty for one that is not told of
 */
public record SupportLine(String code, String region, String nl, String en, String contact) {
    private static final String MODEL = "NL_113";
    private static final int LONGEST_CONTACT = 300;

    /** A part of it, as settings name their fields. */
    public enum Field {
        REGION,
        NL,
        EN,
        CONTACT
    }

    public SupportLine {
        region = region.strip().toUpperCase(Locale.ROOT);
        nl = nl.strip();
        en = en.strip();
        contact = contact.strip();
    }

    /** Those of a version, in its order. */
    public static List<SupportLine> of(Targets targets) {
        return targets.serving(Purpose.SUPPORT).stream()
                .map(target -> new SupportLine(
                        target.code(),
                        target.jurisdiction(),
                        target.name().nl(),
                        target.name().en(),
                        target.contact()))
                .toList();
    }

    /** An empty one of a region. */
    public static SupportLine blank() {
        return new SupportLine("", "", "", "", "");
    }

    public boolean isNew() {
        return code.isEmpty();
    }

    /** Whether it came with the desk: it can be changed, not left out. */
    public boolean isShipped() {
        return TargetsJson.shipped().find(code).isPresent();
    }

    /** What cannot stand as it is, in the order of the fields. */
    public List<Field> faults() {
        List<Field> faults = new ArrayList<>();
        if (!region.matches("[A-Z]{2}")) {
            faults.add(Field.REGION);
        }
        if (!isLine(nl, Bilingual.LONGEST) || nl.isEmpty()) {
            faults.add(Field.NL);
        }
        if (!isLine(en, Bilingual.LONGEST) || en.isEmpty()) {
            faults.add(Field.EN);
        }
        if (!isLine(contact, LONGEST_CONTACT) || contact.isEmpty() && isNew()) {
            faults.add(Field.CONTACT);
        }
        return faults;
    }

    /** As a target of a version: like the one that it was, a new one like the line that comes with the desk. */
    Target target(Targets before, Set<String> taken) {
        Target like = before.find(code)
                .orElseGet(() -> TargetsJson.shipped().find(MODEL).orElseThrow());
        return new Target(
                isNew() ? free(taken) : code,
                new Bilingual(en, nl),
                like.kind(),
                like.direction(),
                like.purposes(),
                region,
                like.legalBasis(),
                like.duty(),
                like.trigger(),
                like.deadline(),
                like.clock(),
                like.channel(),
                contact,
                like.minimum(),
                like.preservationDays(),
                like.notice(),
                like.note());
    }

    private String free(Set<String> taken) {
        int number = 1;
        while (taken.contains(region + "_HELP_" + number)) {
            number++;
        }
        return region + "_HELP_" + number;
    }

    private static boolean isLine(String words, int longest) {
        return words.length() <= longest
                && words.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }
}
