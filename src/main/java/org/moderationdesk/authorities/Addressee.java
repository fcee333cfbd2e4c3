package org.moderationdesk.authorities;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.moderationdesk.referrals.targets.Direction;
import org.moderationdesk.referrals.targets.Purpose;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.Targets;

/**
 * To whom a suspicion goes, and why to them (Digital Services Act, article 18): the Member State concerned where it is
 * known, else the state of establishment, else Europol. Who cannot be reached, since nobody has said how, is passed over.
 */
public record Addressee(Target target, Why why) {
    private static final String ANY_MEMBER_STATE = "EU";
    private static final String EUROPOL = "EUROPOL";

    /** By which step they were found, first to last. */
    public enum Why {
        STATE_CONCERNED,
        STATE_OF_ESTABLISHMENT,
        EUROPOL
    }

    /**
     * Everybody it could go to, the first of whom it should.
     *
     * @param concerned two letters of the Member State concerned; empty where it is not known
     * @param own two letters of the state of establishment
     */
    public static List<Addressee> of(Targets targets, Optional<String> concerned, String own) {
        List<Target> reachable = targets.serving(Purpose.ARTICLE_18).stream()
                .filter(target ->
                        target.direction() == Direction.OUT && !target.contact().isEmpty())
                .toList();
        List<Addressee> found = new ArrayList<>();
        concerned.ifPresent(state -> {
            add(found, reachable, Why.STATE_CONCERNED, target -> target.jurisdiction()
                    .equals(state));
            if (found.isEmpty() && !state.equals(own)) {
                add(
                        found,
                        reachable,
                        Why.STATE_CONCERNED,
                        target -> target.jurisdiction().equals(ANY_MEMBER_STATE)
                                && !target.code().equals(EUROPOL));
            }
        });
        add(found, reachable, Why.STATE_OF_ESTABLISHMENT, target -> target.jurisdiction()
                .equals(own));
        add(found, reachable, Why.EUROPOL, target -> target.code().equals(EUROPOL));
        return found;
    }

    private static void add(List<Addressee> found, List<Target> from, Why why, Predicate<Target> wanted) {
        from.stream()
                .filter(wanted)
                .filter(target -> found.stream().noneMatch(one -> one.target().equals(target)))
                .forEach(target -> found.add(new Addressee(target, why)));
    }
}
