package org.moderationdesk.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.SignedIn;

/** What a command has at hand: the person's choices, the way to the desk, and where to answer. */
final class Terminal {
    static final String PASSPHRASE = "MODERATION_DESK_PASSPHRASE";
    /** Of the person who acts. */
    static final String PASSWORD = "MODERATION_DESK_PASSWORD";
    /** That a person gives themselves. */
    static final String NEW_PASSWORD = "MODERATION_DESK_NEW_PASSWORD";

    /** That opens a file for somebody outside. */
    static final String FILE_PASSWORD = "MODERATION_DESK_FILE_PASSWORD";

    private static final int LONGEST_NAME = 200;

    private final Choices choices;
    private final DeskDoor door;
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;
    /** Who signed in to the desk that is open; null until then. */
    private @Nullable Person acting;

    Terminal(Choices choices, DeskDoor door, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.choices = choices;
        this.door = door;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** What a command does with the opened desk; answers with the exit status. */
    @FunctionalInterface
    interface Use {
        int with(OpenedDesk desk) throws Exception;
    }

    DeskDoor door() {
        return door;
    }

    InstantSource clock() {
        return InstantSource.system();
    }

    DeskFolder folder() {
        if (choices.store != null) {
            throw new WrongUse("cli.wrong.own-store");
        }
        return door.folder(choices.home);
    }

    /** Whether there is a store to read: a shared one that was named, or the desk's own. */
    boolean hasStore() {
        return shared().isPresent() || door.exists(folder());
    }

    /** The folder whose settings hold, also for work on a shared store. */
    DeskFolder home() {
        return door.folder(choices.home);
    }

    /** The shared store that was named; empty for a desk's own folder. */
    Optional<PostgresPlace> shared() {
        return Optional.ofNullable(choices.store).map(Terminal::place);
    }

    /** The shared store that this names; empty for a folder. */
    static Optional<PostgresPlace> shared(String named) {
        return named.startsWith("jdbc:") ? Optional.of(place(named)) : Optional.empty();
    }

    private static PostgresPlace place(String url) {
        return PostgresPlace.parse(url).orElseThrow(() -> new WrongUse("cli.wrong.store-address"));
    }

    /** Who signs in to the server of a shared store; the password is not an argument. */
    String serverLogin() {
        if (choices.as == null) {
            throw new WrongUse("cli.wrong.no-login");
        }
        return choices.as;
    }

    Texts texts() {
        return door.texts(door.folder(choices.home));
    }

    Says says() {
        return new Says(out, err, choices.json);
    }

    /**
     * Tells each of these. Where there are none a sentence says so on standard error, and nothing at all with --json.
     *
     * @param none the key of that sentence
     */
    <T> void each(Collection<T> all, String none, Consumer<T> tell) {
        all.forEach(tell);
        if (all.isEmpty()) {
            none(none);
        }
    }

    /** The sentence alone, where a list is told in pages. */
    void none(String key, Object... arguments) {
        if (!says().json()) {
            says().message(texts().get(key, arguments));
        }
    }

    /** A line of progress now and then on standard error. */
    ProgressLine progress(String key) {
        return new ProgressLine(says(), texts(), key, clock());
    }

    /** Who acts: until people exist, the computer's user, or the name given; then who signed in. */
    Person person() {
        return acting == null ? Person.alone(name()) : acting;
    }

    /** In whose name to act. */
    String name() {
        if (choices.as == null) {
            return System.getProperty("user.name");
        }
        if (choices.as.isBlank() || choices.as.length() > LONGEST_NAME) {
            throw new WrongUse("cli.wrong.name");
        }
        return choices.as;
    }

    /** Signs in where people exist. */
    private Person signedIn(People people) {
        if (people.isEmpty()) {
            return Person.alone(name());
        }
        return in(people.signIn(name(), password()));
    }

    private static Person in(SignedIn answer) {
        return switch (answer) {
            case SignedIn.In(Person person, boolean mustChange) -> {
                if (mustChange) {
                    throw new WrongUse("cli.sign-in.must-change", person.name());
                }
                yield person;
            }
            case SignedIn other -> throw notSignedIn(other);
        };
    }

    /** Why somebody did not get in, in the command line's words. */
    static WrongUse notSignedIn(SignedIn answer) {
        return switch (answer) {
            case SignedIn.In _ -> throw new IllegalArgumentException("who is in was not refused");
            case SignedIn.Wrong _ -> new WrongUse("cli.sign-in.wrong");
            case SignedIn.Wait(Instant until) -> new WrongUse("cli.sign-in.wait", until.toString());
            case SignedIn.Disabled _ -> new WrongUse("cli.sign-in.disabled");
        };
    }

    String password() {
        return secret(new Asked(PASSWORD, "cli.prompt.password", "cli.no-password", Exit.WRONG_USE));
    }

    String newPassword() {
        return secret(new Asked(NEW_PASSWORD, "cli.prompt.new-password", "cli.no-password", Exit.WRONG_USE));
    }

    /** What opens a file that is made for somebody outside. */
    String filePassword() {
        return secret(new Asked(FILE_PASSWORD, "cli.prompt.file-password", "cli.no-password", Exit.WRONG_USE));
    }

    boolean hasPassword() {
        return environment.containsKey(PASSWORD);
    }

    /** Opens the desk, uses it, and closes it whatever happens. */
    int withDesk(Use use) throws Exception {
        Optional<PostgresPlace> shared = shared();
        if (shared.isPresent()) {
            return withDesk(use, shared.get());
        }
        return withDesk(
                desk -> {
                    acting = signedIn(desk.people());
                    return use.with(desk);
                },
                folder());
    }

    /** The same, without signing in first. */
    int withDesk(Use use, DeskFolder folder) throws Exception {
        name();
        try (OpenedDesk desk = door.open(folder, this::passphrase, this::tellRecoveryKey)) {
            door.unread(folder).forEach(file -> says().message(texts().get("cli.settings-unread", file)));
            return use.with(desk);
        }
    }

    /** Of a shared store: signing in is the login itself. */
    private int withDesk(Use use, PostgresPlace place) throws Exception {
        return withShared(
                desk -> {
                    SignedIn who = desk.people()
                            .signedInAs(name())
                            .orElseThrow(() -> new StoreRefused(new StoreRefused.NotAMember(place.url())));
                    acting = in(who);
                    return use.with(desk);
                },
                place);
    }

    /** The same, without being anybody of the desk first. */
    int withShared(Use use, PostgresPlace place) throws Exception {
        DeskFolder folder = door.folder(choices.home);
        try (OpenedDesk desk = door.open(place, folder, name(), password())) {
            door.unread(folder).forEach(file -> says().message(texts().get("cli.settings-unread", file)));
            return use.with(desk);
        }
    }

    void tellRecoveryKey(String key) {
        says().message(texts().get("cli.recovery-key", key));
    }

    /** The store's passphrase, from the environment or a prompt; never an argument. */
    String passphrase() {
        return secret(new Asked(PASSPHRASE, "cli.prompt.passphrase", "cli.no-secret", Exit.STORE_CLOSED));
    }

    /** What opens a backup: passphrase or recovery key, from the same places. */
    String passphraseOrRecoveryKey() {
        return secret(new Asked(
                PASSPHRASE, "cli.prompt.passphrase-or-recovery", "cli.no-secret-or-recovery", Exit.STORE_CLOSED));
    }

    boolean hasPassphrase() {
        return environment.containsKey(PASSPHRASE);
    }

    /** A secret, the variable that may hold it, how it is asked for, and what it means that nobody answers. */
    private record Asked(String variable, String promptKey, String nobodyKey, int status) {}

    private String secret(Asked asked) {
        String given = environment.get(asked.variable());
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new NoSecret(asked);
        }
        char[] typed = console.readPassword("%s ", texts().get(asked.promptKey()));
        if (typed == null) {
            throw new NoSecret(asked);
        }
        return new String(typed);
    }

    /** A secret is needed and there is nobody to ask. */
    static final class NoSecret extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Asked asked;

        NoSecret(Asked asked) {
            super(asked.nobodyKey());
            this.asked = asked;
        }

        /** A sentence of the cli bundle about {@link #variable}. */
        String key() {
            return asked.nobodyKey();
        }

        /** The variable that would have held it. */
        String variable() {
            return asked.variable();
        }

        int status() {
            return asked.status();
        }
    }
}
