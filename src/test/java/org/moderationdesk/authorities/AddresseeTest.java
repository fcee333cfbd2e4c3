package org.moderationdesk.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.moderationdesk.authorities.Addressee.Why;
import org.moderationdesk.referrals.targets.AddedTarget;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.referrals.targets.TargetsJson;

class AddresseeTest {
    private static final Targets SHIPPED = TargetsJson.shipped();

    @Test
    void theStateConcernedComesFirstThenTheOwnThenEuropol() {
        Targets all =
                reached(reached(SHIPPED.with(AddedTarget.police("BE_POLICE", "BE", 0)), "EUROPOL"), "EU_LE_OTHER");

        assertThat(codes(all, "BE")).containsExactly("BE_POLICE", "NL_POLICE", "EUROPOL");
        assertThat(codes(all, "FR")).containsExactly("EU_LE_OTHER", "NL_POLICE", "EUROPOL");
        assertThat(codes(all, "NL")).containsExactly("NL_POLICE", "EUROPOL");
        assertThat(codes(all, null)).containsExactly("NL_POLICE", "EUROPOL");
        assertThat(Addressee.of(all, Optional.of("BE"), "NL"))
                .extracting(Addressee::why)
                .containsExactly(Why.STATE_CONCERNED, Why.STATE_OF_ESTABLISHMENT, Why.EUROPOL);
    }

    @Test
    void whoCannotBeReachedIsPassedOver() {
        assertThat(codes(SHIPPED, "FR")).containsExactly("NL_POLICE");
        assertThat(Addressee.of(SHIPPED, Optional.of("FR"), "DE")).isEmpty();
        assertThat(Addressee.of(reached(SHIPPED, "EUROPOL"), Optional.of("FR"), "DE"))
                .extracting(one -> one.target().code())
                .containsExactly("EUROPOL");
    }

    private static List<String> codes(Targets targets, @Nullable String concerned) {
        return Addressee.of(targets, Optional.ofNullable(concerned), "NL").stream()
                .map(one -> one.target().code())
                .toList();
    }

    private static Targets reached(Targets targets, String code) {
        return targets.with(AuthorityDesk.reached(targets, code));
    }
}
