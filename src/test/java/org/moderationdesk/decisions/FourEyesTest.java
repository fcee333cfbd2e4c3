package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.BOOK;
import static org.moderationdesk.decisions.Draft.exception;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES;
import static org.moderationdesk.guidelines.ReferralTarget.JUDICIAL_AUTHORITY;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.ExceptionGround;

@OnBothStores
final class FourEyesTest {
    private static java.util.List<FourEyes.Part> waits(Draft draft) {
        return FourEyes.waiting(draft.proposal(), BOOK);
    }

    @Test
    void bansWait() {
        assertThat(waits(remove("5.3.1").account(AccountMeasure.Type.BAN))).containsExactly(FourEyes.Part.BAN);
        assertThat(waits(remove("5.3.1").account(AccountMeasure.Type.DEVICE_BAN)))
                .containsExactly(FourEyes.Part.DEVICE_BAN);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountMeasure.Type.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BAN", "DEVICE_BAN"})
    void otherAccountMeasuresDoNot(AccountMeasure.Type type) {
        assertThat(waits(remove("5.3.1").account(type))).isEmpty();
    }

    @Test
    void everyReferralWaitsButAnEmergency() {
        assertThat(waits(remove("8.1.1").refer(NCMEC, null))).containsExactly(FourEyes.Part.REFERRAL);
        assertThat(waits(remove("8.1.1").refer(JUDICIAL_AUTHORITY, "why"))).containsExactly(FourEyes.Part.REFERRAL);
        assertThat(waits(remove("5.1.1").refer(EMERGENCY_SERVICES, null))).isEmpty();
        assertThat(waits(remove("8.1.1").emergency(NCMEC))).isEmpty();
    }

    @Test
    void referringToNobodyWaits() {
        assertThat(waits(remove("8.1.1").noReferral(Draft.REASON))).containsExactly(FourEyes.Part.NO_REFERRAL);
        assertThat(waits(remove("8.1.1").noReferral(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.1", "9.3.7", "1.1.1", "1.2.3"})
    void exceptionsWaitWhereTheBookAsksForASecondPerson(String clause) {
        assertThat(waits(exception(ExceptionGround.NEWSWORTHY, clause))).containsExactly(FourEyes.Part.EXCEPTION);
        assertThat(waits(remove(clause))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.3.1", "6.1.1", "9.1.1", "2.1.2", "8.4.1"})
    void otherExceptionsDoNot(String clause) {
        assertThat(waits(exception(ExceptionGround.NEWSWORTHY, clause))).isEmpty();
    }
}
