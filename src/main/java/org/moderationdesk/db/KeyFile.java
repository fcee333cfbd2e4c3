package org.moderationdesk.db;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ways to the key of one store's file. Either a passphrase is set, or the file key stands bare and the key file
 * alone opens the store; beside that there may be a recovery key.
 *
 * @param store names the store, so that a slot cannot be carried to another one
 */
record KeyFile(String store, List<KeySlot> slots) {
    private static final long MOST_BYTES = 64 * 1024;
    private static final int MOST_SLOTS = 8;

    KeyFile {
        slots = List.copyOf(slots);
    }

    static KeyFile bare(FileKey key) {
        return new KeyFile(UUID.randomUUID().toString(), List.of(new KeySlot.Bare(key)));
    }

    static KeyFile withPassphrase(FileKey key, String passphrase) {
        return bare(key).passphrase(key, passphrase);
    }

    /** Whether the key file alone opens the store. */
    boolean opensAlone() {
        return of(KeySlot.Bare.class).findAny().isPresent();
    }

    boolean hasPassphrase() {
        return of(KeySlot.ForPassphrase.class).findAny().isPresent();
    }

    boolean hasRecoveryKey() {
        return of(KeySlot.ForRecovery.class).findAny().isPresent();
    }

    /** With this passphrase, and no other way but the recovery key. */
    KeyFile passphrase(FileKey key, String passphrase) {
        return without(slot -> !(slot instanceof KeySlot.ForRecovery))
                .plus(KeySlot.ForPassphrase.wrap(key, passphrase, store));
    }

    /** Without a passphrase: the key file alone opens the store. */
    KeyFile alone(FileKey key) {
        return without(slot -> !(slot instanceof KeySlot.ForRecovery)).plus(new KeySlot.Bare(key));
    }

    /** With this recovery key instead of an earlier one. */
    KeyFile recovery(FileKey key, RecoveryKey recovery) {
        return without(slot -> slot instanceof KeySlot.ForRecovery)
                .plus(KeySlot.ForRecovery.wrap(key, recovery, store));
    }

    /** Only the wrapped slots: what may leave the desk. */
    KeyFile wrappedOnly() {
        return without(slot -> slot instanceof KeySlot.Bare);
    }

    /** The file key, by whichever slot fits. */
    FileKey unlock(Unlock unlock) throws StoreRefused {
        return switch (unlock) {
            case Unlock.Alone() ->
                of(KeySlot.Bare.class)
                        .findFirst()
                        .map(KeySlot.Bare::key)
                        .orElseThrow(() -> new StoreRefused(new StoreRefused.NeedsPassphrase()));
            case Unlock.Passphrase(String words) ->
                of(KeySlot.ForPassphrase.class)
                        .flatMap(slot -> slot.unwrap(words, store).stream())
                        .findFirst()
                        .orElseThrow(() -> new StoreRefused(new StoreRefused.WrongKey()));
            case Unlock.Recovery(String typed) -> recovered(typed);
        };
    }

    private FileKey recovered(String typed) throws StoreRefused {
        RecoveryKey recovery =
                RecoveryKey.typed(typed).orElseThrow(() -> new StoreRefused(new StoreRefused.Mistyped()));
        return of(KeySlot.ForRecovery.class)
                .flatMap(slot -> slot.unwrap(recovery, store).stream())
                .findFirst()
                .orElseThrow(() -> new StoreRefused(new StoreRefused.WrongKey()));
    }

    static KeyFile read(Path file) throws StoreRefused {
        if (!Files.exists(file)) {
            throw new StoreRefused(new StoreRefused.MissingKeyFile());
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StoreRefused(new StoreRefused.DamagedKeyFile());
            }
            return parse(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new StoreRefused(new StoreRefused.DamagedKeyFile(), unreadable);
        }
    }

    static KeyFile parse(byte[] json) throws StoreRefused {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            JsonNode slots = root.required("slots");
            if (root.required("format").intValue() != 1 || slots.size() > MOST_SLOTS) {
                throw new StoreRefused(new StoreRefused.DamagedKeyFile());
            }
            var read = new ArrayList<KeySlot>();
            slots.values().forEach(slot -> read.add(slot(slot)));
            return new KeyFile(root.required("store").stringValue(), read);
        } catch (JacksonException | IllegalArgumentException malformed) {
            // Its words may quote the file, which may hold the bare key.
            throw new StoreRefused(new StoreRefused.DamagedKeyFile());
        }
    }

    byte[] json() {
        var written = Map.of(
                "format",
                1,
                "store",
                store,
                "slots",
                slots.stream().map(KeySlot::written).toList());
        return (CanonicalJson.write(written) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static KeySlot slot(JsonNode slot) {
        return switch (slot.required("kind").stringValue()) {
            case "bare" -> new KeySlot.Bare(new FileKey(hex(slot, "key")));
            case "passphrase" ->
                new KeySlot.ForPassphrase(
                        new KeySlot.Cost(
                                slot.required("memoryKiB").intValue(),
                                slot.required("passes").intValue()),
                        wrapped(slot));
            case "recovery" -> new KeySlot.ForRecovery(wrapped(slot));
            default -> throw new IllegalArgumentException("no such kind of slot");
        };
    }

    private static KeySlot.Wrapped wrapped(JsonNode slot) {
        return new KeySlot.Wrapped(hex(slot, "salt"), hex(slot, "nonce"), hex(slot, "key"));
    }

    private static byte[] hex(JsonNode slot, String name) {
        return HexFormat.of().parseHex(slot.required(name).stringValue());
    }

    private <S extends KeySlot> Stream<S> of(Class<S> kind) {
        return slots.stream().filter(kind::isInstance).map(kind::cast);
    }

    private KeyFile without(Predicate<KeySlot> which) {
        return new KeyFile(store, slots.stream().filter(which.negate()).toList());
    }

    private KeyFile plus(KeySlot slot) {
        return new KeyFile(store, Stream.concat(slots.stream(), Stream.of(slot)).toList());
    }
}
