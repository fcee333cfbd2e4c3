package org.moderationdesk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.log.Act;
import org.moderationdesk.staff.Person;

/**
 * What comes in along with the lines of an import, in the same act and under the same name, though it is in no file and
 * counted in no result. Asked on the thread that imports.
 */
public interface Alongside {
    /** Nothing does. */
    Alongside NOTHING = new Alongside() {
        @Override
        public List<Extra> with(Person by, List<FlaggedItem> lines) {
            return List.of();
        }

        @Override
        public void arrived(Act act, Person by, List<FlaggedItem> lines, List<Extra> extras) {}
    };

    /**
     * Before the act.
     *
     * @param lines that are about to come in
     * @return in the order of the lines that they follow
     */
    List<Extra> with(Person by, List<FlaggedItem> lines);

    /** In the act, after everything has been written. */
    void arrived(Act act, Person by, List<FlaggedItem> lines, List<Extra> extras);

    /**
     * One more item.
     *
     * @param after the index of the line that it follows
     * @param files what its media files are read from, by their positions: they lie in no folder, whatever their paths say
     * @param origin where it comes from, for whoever gave it
     */
    record Extra(int after, FlaggedItem content, Map<Integer, Content> files, Object origin) {
        public Extra {
            files = Map.copyOf(files);
        }
    }

    /** The bytes of a file. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
