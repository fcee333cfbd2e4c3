package org.moderationdesk.db;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/** A store was not opened, copied or replaced, and nothing of it was touched: why, and what to do. */
public final class StoreRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public StoreRefused(Reason reason) {
        this(reason, null);
    }

    StoreRefused(Reason reason, @Nullable Throwable cause) {
        super(reason.key(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** One clear sentence for a person. */
    public String words(Texts texts) {
        return texts.get(reason.key(), reason.arguments(texts).toArray());
    }

    /** Why. Each has its words under its key in {@code text/store.properties}. */
    public sealed interface Reason {
        /** "store.refused." and the reason's name with a small first letter. */
        default String key() {
            String name = getClass().getSimpleName();
            return "store.refused." + Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }

        /** What the words name. */
        default List<String> arguments(Texts texts) {
            return List.of();
        }
    }

    /** Another process has it open; the holder is unknown in the instant in which it takes the store. */
    public record InUse(@Nullable Holder holder) implements Reason {
        @Override
        public String key() {
            return holder == null ? "store.refused.inUseBySomeone" : "store.refused.inUse";
        }

        @Override
        public List<String> arguments(Texts texts) {
            if (holder == null) {
                return List.of();
            }
            var since = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(texts.locale())
                    .withZone(ZoneId.systemDefault());
            return List.of(holder.user(), holder.host(), Long.toString(holder.process()), since.format(holder.since()));
        }
    }

    /** There is no store in the folder. */
    public record Missing(Path folder) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(folder.toString());
        }
    }

    /** There is one already. */
    public record AlreadyThere(Path folder) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(folder.toString());
        }
    }

    public record MissingKeyFile() implements Reason {}

    public record DamagedKeyFile() implements Reason {}

    /** A passphrase is set and none was given. */
    public record NeedsPassphrase() implements Reason {}

    /** The passphrase or recovery key is not the one. */
    public record WrongKey() implements Reason {}

    /** What was typed is no recovery key at all: its checksum does not fit. */
    public record Mistyped() implements Reason {}

    /** The file is shorter than it was when it was closed. */
    public record Truncated() implements Reason {}

    /** The file is no store, or not the one of this key file, or cannot be read through. */
    public record Damaged() implements Reason {}

    /** A newer desk has migrated it. */
    public record Newer(String version) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(version);
        }
    }

    /**
     * A step towards this desk's version failed, or is not the one that this store was made with.
     *
     * @param step its number
     * @param place of a shared store; null for one in a file
     */
    public record NotBroughtUp(String step, @Nullable String place) implements Reason {
        @Override
        public String key() {
            return place == null ? "store.refused.notBroughtUp" : "store.refused.notBroughtUpThere";
        }

        @Override
        public List<String> arguments(Texts texts) {
            return place == null ? List.of(step) : List.of(step, place);
        }
    }

    public record ReadOnly(Path folder) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(folder.toString());
        }
    }

    /** Bytes needed, and free. */
    public record NoRoom(long needed, long free) implements Reason {
        private static final long MEGABYTE = 1_000_000;

        @Override
        public List<String> arguments(Texts texts) {
            return List.of(Long.toString(needed / MEGABYTE + 1), Long.toString(free / MEGABYTE));
        }
    }

    /** The folder's name would be read as instructions by the database. */
    public record UnusableName(Path folder) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(folder.toString());
        }
    }

    /** A backup must be opened by something that can be written down or remembered. */
    public record NoRecoveryKey() implements Reason {}

    public record Unwritable(Path file) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(file.toString());
        }
    }

    /** The file is not a desk's backup. */
    public record NotABackup(Path file) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(file.toString());
        }
    }

    /** Something in the backup is not what was put in. */
    public record BackupDamaged() implements Reason {}

    /** Nobody answers there, or not as the server that was named. */
    public record Unreachable(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** The server knows no such name with such a password. */
    public record WrongLogin(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** No computer of that name is known. */
    public record UnknownHost(String host) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(host);
        }
    }

    /** The server does not prove that it is the one named. */
    public record NotProved(String host) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(host);
        }
    }

    /** What the server is to be proved by is not there, or is no certificate. */
    public record NoCertificate(Path file) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(file.toString());
        }
    }

    /** The server does not encrypt the way to it. */
    public record NoTls(String host) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(host);
        }
    }

    /** The server's own rules do not let this login in, or not this way. */
    public record NotByItsRules(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** The server knows this person, and the desk does not. */
    public record NotAMember(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** The database is not a store, or one of an older desk. */
    public record NotPrepared(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** The database sorts words as a language does, or is not in UTF-8. */
    public record OtherOrder(String database) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(database);
        }
    }

    /** A copy into it was broken off, or did not hold: it is to be copied again. */
    public record Unfinished(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** Reading or writing a whole shared store is its owner's. */
    public record NotTheOwner(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** A store is copied only to where nothing is yet. */
    public record NotEmpty(String place) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(place);
        }
    }

    /** The two stores have not the same tables; those that differ. */
    public record OtherShape(String tables) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(tables);
        }
    }

    /** What arrived in this table is not what was sent. */
    public record CopyDiffers(String table) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(table);
        }
    }

    /** The log of the copy ends elsewhere than that of its source. */
    public record OtherHead() implements Reason {}

    /** The copy does not verify; why, in its own words. */
    public record CopyDoesNotVerify(String why) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(why);
        }
    }

    /** The log of the store in the backup does not verify; why, in its own words. */
    public record DoesNotVerify(String why) implements Reason {
        @Override
        public List<String> arguments(Texts texts) {
            return List.of(why);
        }
    }
}
