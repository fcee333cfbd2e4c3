package org.moderationdesk.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.items.ItemErasure;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.retention.RetentionRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what the desk holds of a person, by the id of their account, on their request: as JSON and as text, without
 * other people's data and without the names of those who work here. What is under a hold is left out, and that such
 * things are left out is said in every answer alike. Slow: not for the JavaFX thread.
 */
public final class AccessExport {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store;
    private final EventLog log;
    private final InstantSource clock;
    private final ItemErasure accounts;
    private final Holds holds;
    private final HeldOfPerson held;

    public AccessExport(Store store, EventLog log, MediaStore media, InstantSource clock, Known known) {
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.accounts = new ItemErasure(media);
        this.holds = new Holds(accounts);
        this.held = new HeldOfPerson(known);
    }

    /**
     * What the desk knows of items.
     *
     * @param beside what is written beside them
     */
    public record Known(StoredItems items, StoredDecisions decisions, WrittenBeside beside) {}

    /**
     * Two files that were written.
     *
     * @param items of theirs that are in it
     * @param leftOut items that are under a hold: for whoever answers the request, not for the person
     */
    public record Written(Path json, Path text, long items, long leftOut) {}

    /**
     * Writes both files, each whole or not at all, beside each other.
     *
     * @param file of the JSON; the text has the same name and ends in .txt
     * @param reference the request's number or date, which stays in the log: nothing personal
     * @param words in which the text is written
     * @throws RetentionRefused when the account is under a hold, the desk knows nothing of it, or this person reviews an
     *     item of theirs blind
     * @throws IOException when a file cannot be written
     */
    public Written write(Person by, String accountId, Path file, String reference, Texts words) throws IOException {
        Rights.require(by, Right.ANSWER_PERSON);
        String request = PersonErasure.reference(reference);
        Path json = file.toAbsolutePath().normalize();
        if (json.getParent() == null || json.getFileName() == null || Files.isDirectory(json)) {
            throw new FileSystemException(json.toString());
        }
        Path text = json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", "") + ".txt");
        Instant now = clock.instant();
        refuseBlind(by, accountId);
        Chosen chosen = store.read(handle -> {
            List<String> theirs = accounts.itemsOf(handle, accountId);
            List<String> reported = accounts.reportedBy(handle, accountId);
            Optional<String> account = accounts.accountJson(handle, accountId);
            if (theirs.isEmpty() && reported.isEmpty() && account.isEmpty()) {
                throw new RetentionRefused(Why.UNKNOWN);
            }
            if (holds.onAccount(handle, accountId).isPresent()) {
                throw new RetentionRefused(Why.HELD);
            }
            Map<String, HoldKind> why = new TreeMap<>(holds.why(handle, theirs, now));
            // That its case is open is no secret to keep from them: a decision has not been made yet.
            why.values().removeIf(kind -> kind == HoldKind.OPEN_CASE || kind == HoldKind.AWAITING_SECOND);
            return new Chosen(
                    account.orElse("{}"),
                    theirs.stream().filter(id -> !why.containsKey(id)).toList(),
                    reported,
                    why.size());
        });
        Map<String, @Nullable Object> answer = answer(accountId, request, now, chosen);
        // Taken while it was gathered: nothing of it has been shown yet.
        refuseBlind(by, accountId);
        put(json, SafeText.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer)) + "\n");
        put(text, new ReadableAnswer(words).of(answer));
        tell(by, accountId, request, chosen);
        return new Written(json, text, chosen.items().size(), chosen.leftOut());
    }

    private void refuseBlind(Person by, String accountId) {
        boolean blind = store.read(
                handle -> !Collections.disjoint(BlindItems.of(handle, by.name()), accounts.itemsOf(handle, accountId)));
        if (blind) {
            throw new RetentionRefused(Why.BLIND);
        }
    }

    private Map<String, @Nullable Object> answer(String accountId, String request, Instant now, Chosen chosen) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("account", accountId);
        answer.put("reference", request);
        answer.put("at", now.toString());
        answer.put("known", JSON.readValue(chosen.account(), LinkedHashMap.class));
        answer.put("items", chosen.items().stream().map(held::item).toList());
        List<Object> reports = new ArrayList<>();
        chosen.reported().forEach(item -> reports.addAll(held.reportsBy(item, accountId)));
        answer.put("reportsMade", reports);
        return answer;
    }

    private void tell(Person by, String accountId, String request, Chosen chosen) {
        Map<String, ?> facts = Map.of(
                "what",
                "ACCESS",
                "account",
                accountId,
                "reference",
                request,
                "items",
                chosen.items().size(),
                "leftOut",
                chosen.leftOut());
        long unused =
                log.record(by.name(), act -> act.append(new Entry(EventKind.EXPORTED, null, null, facts, List.of())));
    }

    private static void put(Path file, String content) throws IOException {
        Path folder = file.getParent();
        Path part = Files.createTempFile(folder == null ? Path.of("") : folder, "access", ".part");
        try {
            Files.writeString(part, content, StandardCharsets.UTF_8);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private record Chosen(String account, List<String> items, List<String> reported, int leftOut) {}
}
