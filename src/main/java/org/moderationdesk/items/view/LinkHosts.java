package org.moderationdesk.items.view;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds links in a text and says to which host each really leads. */
final class LinkHosts {
    private static final Pattern LINK =
            Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{1,15}://|www\\.)[^\\s<>\"]{1,2000}");
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern AFTER_HOST = Pattern.compile("[^\\p{L}\\p{N}\\p{M}._-].*$", Pattern.DOTALL);
    private static final int LONGEST_HOST = 255;

    private LinkHosts() {}

    /**
     * One link.
     *
     * @param from char index in the text
     * @param to char index after its last
     * @param host where it leads, in ASCII
     */
    record Link(int from, int to, String host) {}

    static List<Link> in(String text) {
        List<Link> found = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        while (link.find()) {
            host(link.group()).ifPresent(host -> found.add(new Link(link.start(), link.end(), host)));
        }
        return found;
    }

    /** What stands before an @ is a user name, whatever it looks like, and a host ends at the first / ? # or \. */
    static Optional<String> host(String link) {
        String rest = SCHEME.matcher(INVISIBLE.matcher(link).replaceAll("")).replaceFirst("");
        String authority = rest.split("[/?#\\\\]", 2)[0];
        String host = AFTER_HOST
                .matcher(authority.substring(authority.lastIndexOf('@') + 1))
                .replaceFirst("");
        if (host.isEmpty() || host.length() > LONGEST_HOST) {
            return Optional.empty();
        }
        try {
            return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException notAName) {
            return Optional.empty();
        }
    }
}
