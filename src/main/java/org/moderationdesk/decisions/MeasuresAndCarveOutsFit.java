package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.ItemKind;

/**
 * D10: a carve-out excuses only the clauses of its own section that it is made for, and an account measure fits the
 * breach, the account and itself.
 */
final class MeasuresAndCarveOutsFit implements DecisionRule {
    private static final String IMPERSONATION = "9.2";
    private static final String AGE = "8.0";

    @Override
    public String number() {
        return "D10";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        var refusals = new ArrayList<Refusal>();
        checkCarveOut(asked, refusals);
        checkMeasure(asked, refusals);
        checkAccountItem(asked, refusals);
        return refusals;
    }

    private void checkCarveOut(Asked asked, List<Refusal> refusals) {
        @Nullable ExceptionClaim claim = asked.proposal().exception();
        if (claim == null) {
            return;
        }
        @Nullable CarveOutCode code = claim.carveOut();
        @Nullable String stray = asked.strays().carveOut();
        if (claim.ground() != ExceptionGround.CARVE_OUT) {
            if (code != null || stray != null) {
                refusals.add(refusal("carve-out-with-ground", code == null ? String.valueOf(stray) : code));
            }
            return;
        }
        if (code == null) {
            refusals.add(stray == null ? refusal("carve-out-unnamed") : refusal("carve-out-unknown", stray));
            return;
        }
        Optional<CarveOut> carveOut = asked.book().carveOut(code);
        if (carveOut.isEmpty()) {
            refusals.add(refusal("carve-out-unknown", code.value()));
        } else if (carveOut.get().partOfClause()) {
            refusals.add(refusal(
                    "carve-out-of-clause", code, List.copyOf(carveOut.get().covers())));
        } else {
            List<ClauseCode> beyond =
                    asked.yesIn(clause -> !carveOut.get().covers().contains(clause));
            if (!beyond.isEmpty()) {
                refusals.add(refusal("carve-out-elsewhere", code, beyond));
            }
        }
    }

    private void checkMeasure(Asked asked, List<Refusal> refusals) {
        AccountMeasure measure = asked.proposal().account();
        switch (measure.type()) {
            case NONE -> {
                return;
            }
            case PROFILE_CHANGE -> needsSection(IMPERSONATION, "profile-change", asked, refusals);
            case REMOVE_UNDERAGE -> needsSection(AGE, "remove-underage", asked, refusals);
            case FEATURE_BLOCK -> {
                if (measure.features().isEmpty()) {
                    refusals.add(refusal("feature-block"));
                }
            }
            case SUSPEND -> {
                if (measure.until() == null
                        || !measure.until().isAfter(asked.facts().now())) {
                    refusals.add(refusal("suspend-until"));
                }
            }
            case BAN, DEVICE_BAN -> {
                if (measure.until() != null) {
                    refusals.add(refusal("ban-until", measure.type()));
                }
            }
            case WARNING, STRIKE -> {}
        }
        if (asked.facts().accountId().isEmpty()) {
            refusals.add(refusal("author-unknown", measure.type()));
        } else if (measure.type() == AccountMeasure.Type.DEVICE_BAN && !hasDevices(asked)) {
            refusals.add(refusal("no-devices"));
        }
    }

    private void checkAccountItem(Asked asked, List<Refusal> refusals) {
        if (asked.item().kind() == ItemKind.ACCOUNT
                && asked.outcomeIs(Outcome.REMOVE)
                && asked.proposal().account().type() == AccountMeasure.Type.NONE) {
            refusals.add(refusal("account-without-measure"));
        }
    }

    private void needsSection(String section, String key, Asked asked, List<Refusal> refusals) {
        if (asked.yesIn(clause -> clause.section().value().equals(section)).isEmpty()) {
            refusals.add(refusal(key));
        }
    }

    private static boolean hasDevices(Asked asked) {
        return asked.item().author() != null
                && !asked.item().author().deviceIds().isEmpty();
    }
}
