package org.moderationdesk.referrals.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.referrals.targets.TargetChange.How;
import org.moderationdesk.referrals.targets.TargetEntry.Field;
import org.moderationdesk.referrals.targets.TargetEntry.Words;

class TargetEntryTest {
    private static final Words WORDS = new Words("Police", "Politie");

    @Test
    void whatIsWholeIsATarget() {
        TargetEntry entry = entry("BE_POLICE", "12", ClockStart.AWARENESS, "30");

        assertThat(entry.faults()).isEmpty();
        assertThat(entry.target().deadline()).isEqualTo("PT12H");
        assertThat(entry.target().preservationDays()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "be, NONE, AWARENESS, 0, CODE",
        "BE_POLICE, soon, AWARENESS, 0, DEADLINE",
        "BE_POLICE, 0, AWARENESS, 0, DEADLINE",
        "BE_POLICE, pt30m, NONE, 0, CLOCK",
        "BE_POLICE, NONE, NONE, 3661, DAYS",
        "BE_POLICE, NONE, NONE, -1, DAYS",
        "BE_POLICE, NONE, NONE, '', DAYS"
    })
    void whatIsNoneIsSaidByItsField(String code, String deadline, ClockStart clock, String days, Field field) {
        assertThat(entry(code, deadline, clock, days).faults()).containsExactly(field);
    }

    @Test
    void wordsArePurposesPlacesAndContactsAreSaidByTheirFields() {
        var none = new Words("Police", " ");
        var entry = new TargetEntry(
                "BE_POLICE",
                none,
                TargetKind.AUTHORITY,
                Direction.OUT,
                List.of(),
                "Belgium",
                none,
                Duty.MANDATORY,
                none,
                "PROMPT",
                ClockStart.AWARENESS,
                Channel.PHONE,
                "101\n102",
                List.of(),
                "0",
                UserNotice.DELAYED,
                none);

        assertThat(entry.faults())
                .containsExactly(
                        Field.NAME,
                        Field.PURPOSES,
                        Field.JURISDICTION,
                        Field.BASIS,
                        Field.TRIGGER,
                        Field.CONTACT,
                        Field.NOTE);
    }

    @Test
    void whatAVersionChangedIsToldByItsFields() {
        Targets shipped = TargetsJson.shipped();
        Targets added = shipped.with(AddedTarget.police("BE_POLICE", "BE", 0));
        Targets changed = added.with(AddedTarget.police("BE_POLICE", "BE", 30));

        assertThat(TargetChange.between(shipped, added))
                .containsExactly(new TargetChange("BE_POLICE", How.ADDED, List.of()));
        assertThat(TargetChange.between(added, changed))
                .containsExactly(new TargetChange(
                        "BE_POLICE",
                        How.CHANGED,
                        List.of(new TargetChange.Field("preservationDays", List.of("0"), List.of("30")))));
        assertThat(TargetChange.between(added, shipped))
                .containsExactly(new TargetChange("BE_POLICE", How.REMOVED, List.of()));
        assertThat(TargetChange.between(shipped, shipped)).isEmpty();
    }

    private static TargetEntry entry(String code, String deadline, ClockStart clock, String days) {
        return new TargetEntry(
                code,
                WORDS,
                TargetKind.AUTHORITY,
                Direction.OUT,
                List.of(Purpose.ARTICLE_18),
                "BE",
                WORDS,
                Duty.MANDATORY,
                WORDS,
                deadline,
                clock,
                Channel.PHONE,
                "101",
                List.of(Needed.WHO),
                days,
                UserNotice.DELAYED,
                WORDS);
    }
}
