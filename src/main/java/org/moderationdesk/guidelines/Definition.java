package org.moderationdesk.guidelines;

import java.util.List;

/**
 * A term of the book explained in one language.
 *
 * @param points what the meaning enumerates, such as the protected characteristics; often empty
 */
public record Definition(String id, String term, String meaning, List<String> points, List<SectionCode> sections) {
    public Definition {
        points = List.copyOf(points);
        sections = List.copyOf(sections);
    }
}
