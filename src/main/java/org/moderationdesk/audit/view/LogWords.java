package org.moderationdesk.audit.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.moderationdesk.audit.Facet;
import org.moderationdesk.audit.LogColumn;
import org.moderationdesk.audit.LogRow;
import org.moderationdesk.audit.Period;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.quality.QualityState;

/** Says what stands in the list and what it can be filtered by, in one language. */
final class LogWords {
    private final Kit kit;
    private final Texts texts;
    private final ItemWords items;

    LogWords(Kit kit, ItemWords items) {
        this.kit = kit;
        this.texts = kit.texts();
        this.items = items;
    }

    Kit kit() {
        return kit;
    }

    Texts texts() {
        return texts;
    }

    ItemWords items() {
        return items;
    }

    String column(LogColumn column) {
        return texts.get("audit.column." + column);
    }

    String facet(Facet facet) {
        return texts.get("audit.facet." + facet);
    }

    String cell(LogColumn column, LogRow row) {
        DecisionFact fact = row.fact();
        return switch (column) {
            case ENTRY -> kit.numbers().whole(fact.seq());
            case TIME -> moment(fact.at());
            case ITEM -> SafeLine.of(fact.itemId(), 80);
            case SECTION -> fact.section() == null ? "" : rule(fact.section());
            case OUTCOME -> texts.get("decisions.outcome." + fact.outcome());
            case ACCOUNT -> account(fact);
            case REVIEWER -> reviewer(row);
            case TOOK -> kit.times().countdown(Duration.ofMillis(fact.activeMs()));
            case STATE -> texts.get("decisions.state." + fact.state());
            case GROUND -> fact.ground() == null ? "" : ground(fact.ground());
            case QUEUE -> SafeLine.of(fact.queue());
            case KIND -> items.kind(fact.kind());
            case LANGUAGE -> fact.language() == null ? "" : items.language(fact.language());
            case REGION -> fact.region() == null ? "" : SafeLine.of(fact.region());
            case SEVERITY -> items.severity(fact.severity());
            case CONFIDENCE -> fact.confidence() == null ? "" : confidence(fact.confidence());
            case DUE -> fact.onTime() ? moment(fact.dueAt()) : texts.get("audit.late", moment(fact.dueAt()));
            case REFERRAL -> referrals(fact.referrals());
            case QUALITY -> quality(row.quality());
        };
    }

    /** A name, unless it is to stay hidden until somebody has said which of two answers holds. */
    String reviewer(LogRow row) {
        return row.hidesName()
                ? texts.get("audit.reviewer.hidden")
                : SafeLine.of(row.fact().person());
    }

    String quality(QualityState state) {
        return texts.get("audit.quality." + state);
    }

    String moment(long millis) {
        return moment(Instant.ofEpochMilli(millis));
    }

    /** Of today only the time. */
    String moment(Instant at) {
        Instant now = kit.clock().instant();
        return kit.times().date(at).equals(kit.times().date(now))
                ? kit.times().clock(at)
                : kit.times().moment(at, now);
    }

    private String account(DecisionFact fact) {
        List<String> measures = codes(fact.measures()).stream()
                .map(MeasureType::valueOf)
                .filter(MeasureType::onAccount)
                .map(this::measure)
                .toList();
        return measures.isEmpty() ? texts.get("audit.account.none") : String.join(", ", measures);
    }

    private String measure(MeasureType type) {
        return type.onAccount() ? texts.get("decisions.measure." + type) : texts.get("audit.measure." + type);
    }

    private String ground(String name) {
        return items.bookWords().ground(ExceptionGround.valueOf(name));
    }

    private String confidence(Confidence sure) {
        return texts.get("decisions.panel.confidence." + sure);
    }

    private String referrals(String codes) {
        return codes(codes).stream()
                .map(code -> referral(ReferralTarget.valueOf(code)))
                .collect(Collectors.joining(", "));
    }

    String referral(ReferralTarget to) {
        return texts.get("decisions.panel.referral." + to);
    }

    private static List<String> codes(String codes) {
        return codes.isEmpty() ? List.of() : Arrays.asList(codes.split(" "));
    }

    /** "5.3 Dangerous acts", "5.3.1 Dangerous acts", "5 Safety". */
    String rule(String code) {
        String name = code.contains(".") ? items.section(code) : chapter(code);
        return name.equals(code) || name.isEmpty() ? SafeLine.of(code) : SafeLine.of(code) + " " + name;
    }

    private String chapter(String code) {
        return items.book().chapters().stream()
                .filter(one -> Integer.toString(one.number()).equals(code))
                .findFirst()
                .map(one -> items.bookWords().chapter(one.number()))
                .orElse("");
    }

    /** One value that a facet can have. */
    String value(Facet facet, String value) {
        return switch (facet) {
            case RULE -> rule(value);
            case OUTCOME -> texts.get("decisions.outcome." + value);
            case REVIEWER, QUEUE, REGION -> SafeLine.of(value);
            case STATE -> texts.get("decisions.state." + value);
            case MEASURE -> measure(MeasureType.valueOf(value));
            case GROUND -> ground(value);
            case REFERRAL -> referral(ReferralTarget.valueOf(value));
            case KIND -> items.kind(ItemKind.valueOf(value));
            case LANGUAGE -> items.language(value);
            case SEVERITY -> items.severity(Severity.valueOf(value));
            case CONFIDENCE -> confidence(Confidence.valueOf(value));
            case QUALITY -> quality(QualityState.valueOf(value));
        };
    }

    String period(Period period) {
        if (period.isAlways()) {
            return texts.get("audit.period.always");
        }
        if (period.lastDays() != null) {
            return period.lastDays() == 1
                    ? texts.get("audit.period.today")
                    : texts.get("audit.period.last", period.lastDays());
        }
        List<String> parts = new ArrayList<>();
        if (period.from() != null) {
            parts.add(texts.get("audit.period.from", period.from().toString()));
        }
        if (period.through() != null) {
            parts.add(texts.get("audit.period.through", period.through().toString()));
        }
        return String.join(" ", parts);
    }
}
