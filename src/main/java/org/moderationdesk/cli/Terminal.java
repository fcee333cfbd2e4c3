package org.moderationdesk.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.staff.Person;

/** What a command has at hand: the person's choices, the way to the desk, and where to answer. */
final class Terminal {
    static final String PASSPHRASE = "MODERATION_DESK_PASSPHRASE";

    private static final int LONGEST_NAME = 200;

    private final Choices choices;
    private final DeskDoor door;
    private final Map<String, String> environment;
    private final PrintWriter out;
    private final PrintWriter err;

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
            throw new WrongUse("cli.wrong.shared-store");
        }
        return door.folder(choices.home);
    }

    Texts texts() {
        return door.texts(door.folder(choices.home));
    }

    Says says() {
        return new Says(out, err, choices.json);
    }

    /** A line of progress now and then on standard error. */
    ProgressLine progress(String key) {
        return new ProgressLine(says(), texts(), key, clock());
    }

    /** Who acts: until people exist, the computer's user, or the name given. */
    Person person() {
        if (choices.as == null) {
            return Person.alone(System.getProperty("user.name"));
        }
        if (choices.as.isBlank() || choices.as.length() > LONGEST_NAME) {
            throw new WrongUse("cli.wrong.name");
        }
        return Person.alone(choices.as);
    }

    /** Opens the desk, uses it, and closes it whatever happens. */
    int withDesk(Use use) throws Exception {
        DeskFolder folder = folder();
        person();
        try (OpenedDesk desk = door.open(folder, this::passphrase, this::tellRecoveryKey)) {
            door.unread(folder).forEach(file -> says().message(texts().get("cli.settings-unread", file)));
            return use.with(desk);
        }
    }

    void tellRecoveryKey(String key) {
        says().message(texts().get("cli.recovery-key", key));
    }

    /** The store's passphrase, from the environment or a prompt; never an argument. */
    String passphrase() {
        return secret("cli.prompt.passphrase", "cli.no-secret");
    }

    /** What opens a backup: passphrase or recovery key, from the same places. */
    String passphraseOrRecoveryKey() {
        return secret("cli.prompt.passphrase-or-recovery", "cli.no-secret-or-recovery");
    }

    boolean hasPassphrase() {
        return environment.containsKey(PASSPHRASE);
    }

    private String secret(String promptKey, String nobodyKey) {
        String given = environment.get(PASSPHRASE);
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new NoSecret(nobodyKey);
        }
        char[] typed = console.readPassword("%s ", texts().get(promptKey));
        if (typed == null) {
            throw new NoSecret(nobodyKey);
        }
        return new String(typed);
    }

    /** A passphrase is needed and there is nobody to ask: the store stays closed. */
    static final class NoSecret extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param key a sentence of the cli bundle, with the variable that would have held it */
        NoSecret(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }
}
