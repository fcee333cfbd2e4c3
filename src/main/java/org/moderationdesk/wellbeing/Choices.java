package org.moderationdesk.wellbeing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.queue.Except;

/** What each person chose not to be offered: a chapter by its number, a section by its code. */
final class Choices {
    private static final String READ = "select code from not_offered where person = ?";
    private static final String CLEAR = "delete from not_offered where person = ?";
    private static final String INSERT = "insert into not_offered (person, code) values (?, ?)";

    private Choices() {}

    static Except read(Handle handle, String person) {
        List<String> codes =
                handle.createQuery(READ).bind(0, person).mapTo(String.class).list();
        Set<Integer> chapters = new HashSet<>();
        Set<String> sections = new HashSet<>();
        for (String code : codes) {
            if (code.contains(".")) {
                sections.add(code);
            } else {
                chapters.add(Integer.valueOf(code));
            }
        }
        return new Except(chapters, sections);
    }

    static void write(Handle handle, String person, Except chosen) {
        handle.execute(CLEAR, person);
        chosen.chapters().forEach(chapter -> handle.execute(INSERT, person, chapter.toString()));
        chosen.sections().forEach(section -> handle.execute(INSERT, person, section));
    }
}
