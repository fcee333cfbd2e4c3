package org.moderationdesk.audit;

import java.util.Arrays;
import java.util.List;

/** Text without moments, numbers of rows and entries, ids and hashes: those differ on any two desks. */
public final class Masked {
    private Masked() {}

    /** @param names of stores, which are part of logins */
    public static String of(String text, List<String> names) {
        String left = text;
        for (String name : names) {
            left = left.replace(name, "");
        }
        return left.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "MOMENT")
                .replaceAll("\\b\\d{13}\\b", "MILLIS")
                .replaceAll("\\b[0-9a-f]{64}\\b", "HASH")
                .replaceAll("@[0-9a-f]{5,8}\\b", "@OBJECT")
                .replaceAll("(?i)(\\b(?:id|seq|case|caseId|eventSeq|token)\"?[=:])\\d+", "$1N")
                .replaceAll("PT[0-9HM]+\\.[0-9]+S", "A WHILE")
                .replaceAll("ownSeat=\\d", "ownSeat=N")
                .replaceAll("\\b[0-9a-f]{32}\\b", "SALT");
    }

    /** The same; what belongs to one thing is told in the order of its ids, which are by chance. */
    public static String inAnyOrder(String text, List<String> names) {
        return Arrays.stream(of(text, names).split("[,{}\\[\\]]+"))
                .map(String::strip)
                .sorted()
                .toList()
                .toString();
    }
}
