package org.moderationdesk.referrals;

import java.util.List;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;

/**
 * Begins a place of an incident with what the case and the report already say of it: nothing is guessed, so where and when
 * stays open wherever nobody told. Safe for any thread.
 */
public final class IncidentPlaces {
    private static final String PLACE = "report/internetDetails";
    private static final String REPORTED = "report/personOrUserReported[1]/";
    private static final String PERSON = REPORTED + "personOrUserReportedPerson/";
    private static final String PLATFORM = "report/incidentSummary/platform";
    private static final List<String> CARRIED = List.of("content", "additionalInfo");

    private final Fields fields;

    /**
     * What is known of the item.
     *
     * @param url where it was posted; empty where nobody said
     * @param text as posted; empty where it has none
     * @param fileNames of its files, as they came
     */
    public record Known(String url, String text, List<String> fileNames) {
        public Known {
            fileNames = List.copyOf(fileNames);
        }

        /** Nothing. */
        public static Known none() {
            return new Known("", "", List.of());
        }
    }

    public IncidentPlaces(Fields fields) {
        this.fields = fields;
    }

    /** The kinds there are, by NCMEC's own names, the most frequent first. */
    public List<String> kinds() {
        return fields.outline().shape("internetDetails").orElseThrow().elements().stream()
                .map(kind -> kind.name())
                .toList();
    }

    /** Of which kind the place with this number, from 1, is; empty where it is of none. */
    public String kind(Element report, int number) {
        return kinds().stream()
                .filter(kind -> fields.has(report, at(number, kind)))
                .findFirst()
                .orElse("");
    }

    /**
     * The same report with a place of this kind: one that is there becomes of it and keeps its words, otherwise it stands
     * behind the others.
     *
     * @param kind empty for none yet
     */
    public Element of(Element report, int number, String kind, Known known) {
        String before = kind(report, number);
        if (before.equals(kind)) {
            return report;
        }
        Element changed = kind.isEmpty() ? report : fields.flagged(report, at(number, kind), true);
        if (!kind.isEmpty()) {
            changed = filled(changed, number, kind, known);
        }
        if (before.isEmpty()) {
            return changed;
        }
        for (String field : CARRIED) {
            String said = fields.text(report, at(number, before) + "/" + field);
            if (!said.isEmpty() && has(kind, field)) {
                changed = fields.with(changed, at(number, kind) + "/" + field, said);
            }
        }
        return fields.flagged(changed, at(number, before), false);
    }

    private Element filled(Element report, int number, String kind, Known known) {
        String place = at(number, kind) + "/";
        String platform = fields.text(report, PLATFORM);
        Element filled = has(kind, "content") ? fields.with(report, place + "content", known.text()) : report;
        return switch (kind) {
            case "webPageIncident" -> fields.with(filled, place + "url[1]", known.url());
            case "emailIncident", "newsgroupIncident" -> emails(filled, place);
            case "chatImIncident" -> fields.with(filled, place + "chatClient", platform);
            case "onlineGamingIncident" -> fields.with(filled, place + "gameName", platform);
            case "cellPhoneIncident" ->
                fields.copied(filled, PERSON + "phone[1]", place + "phoneNumber")
                        .orElse(filled);
            case "peer2peerIncident" -> shared(filled, place, known);
            default -> filled;
        };
    }

    private Element emails(Element report, String place) {
        Element filled = report;
        for (int one = 1; one <= fields.count(report, PERSON + "email"); one++) {
            filled = fields.copied(filled, PERSON + "email[" + one + "]", place + "emailAddress[" + one + "]")
                    .orElse(filled);
        }
        return filled;
    }

    private Element shared(Element report, String place, Known known) {
        Element filled = fields.with(report, place + "fileNames", String.join(", ", known.fileNames()));
        for (int one = 1; one <= fields.count(report, REPORTED + "ipCaptureEvent"); one++) {
            String event = "ipCaptureEvent[" + one + "]";
            filled = fields.copied(filled, REPORTED + event, place + event).orElse(filled);
        }
        return filled;
    }

    private boolean has(String kind, String field) {
        return fields.outline()
                .shape(kind)
                .flatMap(shape -> shape.element(field))
                .isPresent();
    }

    private static String at(int number, String kind) {
        return PLACE + "[" + number + "]/" + kind;
    }
}
