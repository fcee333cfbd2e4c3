package org.moderationdesk.referrals.targets.view;

import java.util.List;
import java.util.stream.Collectors;
import org.moderationdesk.base.Texts;
import org.moderationdesk.items.HostileText;
import org.moderationdesk.referrals.targets.ClockStart;
import org.moderationdesk.referrals.targets.Needed;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.TargetChange;

/** Says what targets are, in one language. */
final class TargetWords {
    private static final int MOST = 600;

    private final Texts texts;

    TargetWords(Texts texts) {
        this.texts = texts;
    }

    /** Of the value of an enumeration of targets. */
    String of(Enum<?> value) {
        return texts.get("referrals.targets." + value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    String place(String jurisdiction) {
        return jurisdiction.equals("*") ? texts.get("referrals.targets.anywhere") : jurisdiction;
    }

    String deadline(Target target) {
        String within = target.within()
                .map(time -> time.toMinutesPart() == 0
                        ? texts.get("referrals.targets.deadline.hours", time.toHours())
                        : texts.get("referrals.targets.deadline.exactly", target.deadline()))
                .orElseGet(() -> texts.get("referrals.targets.deadline." + target.deadline()));
        return target.clock() == ClockStart.NONE ? within : within + " " + of(target.clock());
    }

    String minimum(List<Needed> needed) {
        return needed.isEmpty()
                ? texts.get("referrals.targets.minimum.none")
                : needed.stream()
                        .map(one -> texts.get("authorities.dossier.value.needed." + one))
                        .collect(Collectors.joining(", "));
    }

    String preserved(Target target) {
        return target.preservationDays() == 0
                ? texts.get("referrals.targets.preserved.not")
                : texts.get("referrals.targets.preserved", target.preservationDays());
    }

    String contact(Target target) {
        return target.contact().isEmpty()
                ? texts.get("referrals.targets.contact.none")
                : HostileText.firstWords(target.contact(), MOST);
    }

    String field(String name) {
        return texts.get("referrals.targets.field." + name);
    }

    /** One line of what a version changed. */
    String change(TargetChange change) {
        return switch (change.how()) {
            case ADDED -> texts.get("referrals.targets.change.ADDED", change.code());
            case REMOVED -> texts.get("referrals.targets.change.REMOVED", change.code());
            case CHANGED ->
                texts.get(
                        "referrals.targets.change.CHANGED",
                        change.code(),
                        change.fields().stream().map(this::field).collect(Collectors.joining("; ")));
        };
    }

    private String field(TargetChange.Field field) {
        return texts.get(
                "referrals.targets.change.field",
                field(field.name()),
                values(field.name(), field.before()),
                values(field.name(), field.after()));
    }

    private String values(String field, List<String> values) {
        String said = values.stream()
                .map(value -> value(field, value))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining(", "));
        return said.isEmpty() ? texts.get("referrals.targets.change.nothing") : said;
    }

    /** Of an enumeration or a deadline in words of the desk, otherwise as it was entered. */
    private String value(String field, String value) {
        String own =
                switch (field) {
                    case "kind" -> "referrals.targets.TargetKind.";
                    case "direction" -> "referrals.targets.Direction.";
                    case "purposes" -> "referrals.targets.Purpose.";
                    case "duty" -> "referrals.targets.Duty.";
                    case "deadline" -> "referrals.targets.deadline.";
                    case "clock" -> "referrals.targets.ClockStart.";
                    case "channel" -> "referrals.targets.Channel.";
                    case "minimum" -> "authorities.dossier.value.needed.";
                    case "notice" -> "referrals.targets.UserNotice.";
                    default -> "";
                };
        return !own.isEmpty() && texts.has(own + value) ? texts.get(own + value) : HostileText.firstWords(value, MOST);
    }

    /** As a line of its own begins. */
    String begun(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(texts.locale()) + words.substring(1);
    }
}
