package org.moderationdesk.referrals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.moderationdesk.staff.Person;

/** Stops a report as NCMEC can, and reaches nobody: for pictures of what that looks like, on desks of made-up items. */
public final class ShownStop {
    private static final String REFUSED = """
        <reportResponse><responseCode>3100</responseCode>\
        <responseDescription>Made up for a picture</responseDescription></reportResponse>\
        """;

    private ShownStop() {}

    /**
     * Lets a report go its first step, and be refused there.
     *
     * @throws IOException where a file of it cannot be read
     */
    public static void of(Filings filings, Person person, String filingId) throws IOException {
        byte[] answer = REFUSED.getBytes(StandardCharsets.UTF_8);
        FilingNext unused = filings.goOn(person, filingId, _ -> new Answer(200, answer, ""));
    }
}
