package org.moderationdesk.referrals;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.FilingNext.Ask;
import org.moderationdesk.referrals.FilingNext.Halted;
import org.moderationdesk.referrals.FilingNext.Wait;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.Trouble.Kind;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Takes reports on to where they go, as far as each goes now, and says which do not get there. Touches the network: not for
 * the JavaFX thread; one caller at a time.
 */
public final class Sending {
    /** From when on a lapse is near. */
    static final Duration NEAR = Duration.ofHours(2);

    private static final int OK = 200;

    private final Filings filings;
    private final ReportDrafts drafts;
    private final Environments environments;
    private final InstantSource clock;
    private final Reach reach;

    /** Reaches NCMEC's own hosts, and no others. */
    public Sending(Filings filings, ReportDrafts drafts, Environments environments, InstantSource clock) {
        this(filings, drafts, environments, clock, HttpCybertipline.reach());
    }

    Sending(Filings filings, ReportDrafts drafts, Environments environments, InstantSource clock, Reach reach) {
        this.filings = filings;
        this.drafts = drafts;
        this.environments = environments;
        this.clock = clock;
        this.reach = reach;
    }

    /** The same, to elsewhere: for tests alone, as nobody else knows another way. */
    Sending reaching(Reach other) {
        return new Sending(filings, drafts, environments, clock, other);
    }

    public Environments environments() {
        return environments;
    }

    /**
     * Makes a report of the draft of a referral, for where reports go now. Sends nothing by itself: {@link #goOn} does.
     *
     * @throws FilingRefused as {@link Filings#make} does, and where there is nothing to sign in with
     */
    public Filing begin(Person person, String referralId) {
        Rights.require(person, Right.FILE_REPORTS);
        Environments.Now now = environments.now(person);
        if (now.inForce().isSending() && !now.hasLogin()) {
            throw new FilingRefused(Why.NO_LOGIN);
        }
        return drafts.file(person, referralId, now.inForce());
    }

    /** Takes every report that is due one step after the other, and answers with what does not get there. */
    public List<Trouble> goOn(Person person) {
        Rights.require(person, Right.FILE_REPORTS);
        Environment now = environments.now(person).inForce();
        Optional<Login> login = now.isSending() ? environments.login(now) : Optional.empty();
        List<Trouble> troubles = new ArrayList<>();
        for (Filings.Standing one : filings.unfinished(person)) {
            boolean mine = one.filing().environment() == now;
            boolean due = one.next() instanceof Ask;
            @Nullable Trouble trouble = null;
            if (mine && due && login.isPresent()) {
                trouble = send(person, one.filing(), login.get());
            } else if (isUnderWay(one.next()) && (!mine || login.isEmpty())) {
                trouble = of(mine ? Kind.NO_LOGIN : Kind.SWITCHED_OFF, one.filing());
            }
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
        troubles.addAll(troubles(person));
        return troubles.stream()
                .sorted(Comparator.comparing(Trouble::kind).thenComparing(Trouble::referralId))
                .toList();
    }

    /** What has stopped or is about to lapse, by what is kept of it. Asks nobody outside. */
    public List<Trouble> troubles(Person person) {
        Instant near = clock.instant().plus(NEAR);
        List<Trouble> troubles = new ArrayList<>();
        for (Filings.Standing one : filings.unfinished(person)) {
            if (one.next() instanceof Halted(Outcome because, Integer code)) {
                troubles.add(new Trouble(
                        Kind.STOPPED, one.filing().referralId(), one.filing().itemId(), one.lapses(), because, code));
            } else if (one.lapses() != null && one.lapses().isBefore(near)) {
                troubles.add(new Trouble(
                        Kind.LAPSES, one.filing().referralId(), one.filing().itemId(), one.lapses(), null, null));
            }
        }
        return troubles;
    }

    /**
     * Asks NCMEC whether it knows this login.
     *
     * @throws FilingRefused where there is none
     */
    public Outcome tryLogin(Person person, Environment environment) {
        Rights.require(person, Right.CHANGE_SETTINGS);
        Login login = environments.login(environment).orElseThrow(() -> new FilingRefused(Why.NO_LOGIN));
        try {
            return Outcome.of(reach.to(environment, login).send(Call.reading(What.STATUS)));
        } catch (NoAnswer none) {
            return none.perhapsArrived() ? Outcome.LOST : Outcome.NO_CONNECTION;
        }
    }

    /**
     * Fetches NCMEC's own schema, from where reports go now.
     *
     * @throws FilingRefused where sending is off, there is nothing to sign in with, or NCMEC does not give it
     */
    public byte[] fetchSchema(Person person) {
        Rights.require(person, Right.CHANGE_SETTINGS);
        Environment now = environments.now(person).inForce();
        if (!now.isSending()) {
            throw new FilingRefused(Why.SENDING_OFF);
        }
        Login login = environments.login(now).orElseThrow(() -> new FilingRefused(Why.NO_LOGIN));
        try {
            Answer answer = reach.to(now, login).send(Call.reading(What.SCHEMA));
            if (answer.status() != OK) {
                throw new FilingRefused(Why.NOT_GIVEN);
            }
            return answer.body();
        } catch (NoAnswer none) {
            throw new FilingRefused(Why.NOT_GIVEN);
        }
    }

    /** What stopped the report of this referral is mended: it goes on. */
    public void letGoOn(Person person, String referralId) {
        filings.letGoOn(person, live(person, referralId));
    }

    /**
     * The report of this referral is not to be filed.
     *
     * @throws FilingRefused where NCMEC was asked to finish it
     */
    public void takeBack(Person person, String referralId) {
        filings.takeBack(person, live(person, referralId));
    }

    private String live(Person person, String referralId) {
        return filings.live(person, referralId)
                .map(Filing::id)
                .orElseThrow(() -> new FilingRefused(Why.NO_SUCH_FILING));
    }

    private @Nullable Trouble send(Person person, Filing filing, Login login) {
        try {
            FilingNext unused = filings.goOn(person, filing.id(), reach.to(filing.environment(), login));
            return null;
        } catch (FilingRefused refused) {
            return refused.why() == Why.FILE_MISSING ? of(Kind.UNREADABLE, filing) : null;
        } catch (IOException unreadable) {
            return of(Kind.UNREADABLE, filing);
        }
    }

    private static boolean isUnderWay(FilingNext next) {
        return next instanceof Ask || next instanceof Wait;
    }

    private static Trouble of(Kind kind, Filing filing) {
        return new Trouble(kind, filing.referralId(), filing.itemId(), null, null, null);
    }
}
