package org.moderationdesk.practice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.items.NamesBeside;

/**
 * Takes the names of a person who is erased out of what trainers said of runs, and out of questions about keys and their
 * rulings: each is dots from then on. On a shared store the server does it, which shows nobody the notes of others.
 */
public final class NamesInPractice implements NamesBeside {
    private static final String DOTS = "\u2026";
    private static final String BY_THE_SERVER = "select practice.erase_names(?)";
    private static final String NOTES = "select id, words from practice.note order by id";
    private static final String UPDATE_NOTE = "update practice.note set words = ? where id = ?";
    private static final String DISPUTES = "select id, reason, ruling from practice.dispute order by id";
    private static final String UPDATE_DISPUTE = "update practice.dispute set reason = ?, ruling = ? where id = ?";

    /** Two texts that are kept under an id. */
    private record Kept(String id, String first, @Nullable String second) {}

    @Override
    public void erase(Handle handle, List<String> names) {
        if (Dialect.of(handle).isShared()) {
            int _ = handle.createQuery(BY_THE_SERVER)
                    .bind(0, names.toArray(String[]::new))
                    .mapTo(Integer.class)
                    .one();
            return;
        }
        Pattern any = Pattern.compile(
                names.stream().map(NamesInPractice::whole).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        for (Kept one : handle.createQuery(NOTES)
                .map((row, _) -> new Kept(row.getString(1), row.getString(2), null))
                .list()) {
            if (any.matcher(one.first()).find()) {
                handle.execute(UPDATE_NOTE, without(any, one.first()), one.id());
            }
        }
        for (Kept one : handle.createQuery(DISPUTES)
                .map((row, _) -> new Kept(row.getString(1), row.getString(2), row.getString(3)))
                .list()) {
            String ruling = one.second();
            if (any.matcher(one.first()).find()
                    || ruling != null && any.matcher(ruling).find()) {
                handle.execute(
                        UPDATE_DISPUTE,
                        without(any, one.first()),
                        ruling == null ? null : without(any, ruling),
                        one.id());
            }
        }
    }

    private static String without(Pattern any, String words) {
        return any.matcher(words).replaceAll(Matcher.quoteReplacement(DOTS));
    }

    /** Not as a part of a longer word. */
    private static String whole(String name) {
        return "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])";
    }
}
