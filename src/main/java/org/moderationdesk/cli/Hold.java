package org.moderationdesk.cli;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;

/** Taking cases and giving them back, on one opened desk. */
final class Hold {
    private final Terminal terminal;
    private final OpenedDesk desk;

    Hold(Terminal terminal, OpenedDesk desk) {
        this.terminal = terminal;
        this.desk = desk;
    }

    /** Claims the open case of the item and says until when. */
    int claim(String item) {
        Optional<Opened> opened = desk.review().open(item, terminal.person());
        if (opened.isEmpty()) {
            return refused(item, desk.texts().get("cli.no-open-case", item));
        }
        Claim claim = opened.get().claim();
        ClaimRefused.Reason why = opened.get().readOnly();
        if (claim != null) {
            return told(claim, item, claim.until().toString());
        }
        return refused(
                item,
                why == null
                        ? desk.texts().get("cli.no-open-case", item)
                        : new ClaimRefused(why).words(desk.texts(), ZoneId.systemDefault()));
    }

    /** Lets go of a case that the person holds. */
    int letGo(String item, Consumer<Opened> how) {
        Person person = terminal.person();
        Optional<Opened> opened = isHeldBy(person, item) ? desk.review().open(item, person) : Optional.empty();
        Claim claim = opened.map(Opened::claim).orElse(null);
        if (opened.isEmpty() || claim == null) {
            return refused(item, desk.texts().get("cli.not-held", item));
        }
        try {
            how.accept(opened.get());
            return told(claim, item, null);
        } catch (ClaimRefused refused) {
            return refused(item, refused.words(desk.texts(), ZoneId.systemDefault()));
        }
    }

    private boolean isHeldBy(Person person, String item) {
        return desk.queue()
                .find(person, item)
                .flatMap(row -> desk.queue().claimOf(row.id()))
                .filter(claim -> claim.holder().equals(person.name()))
                .isPresent();
    }

    private int told(Claim claim, String item, @Nullable String until) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("item", item);
        object.put("until", until);
        object.put("token", claim.token());
        terminal.says()
                .result(
                        object,
                        until == null
                                ? desk.texts().get("cli.let-go", item)
                                : desk.texts().get("cli.claimed", item, until));
        return Exit.DONE;
    }

    private int refused(String item, String why) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("item", item);
        object.put("accepted", false);
        object.put("reason", why);
        terminal.says().result(object, why);
        return Exit.NO;
    }
}
