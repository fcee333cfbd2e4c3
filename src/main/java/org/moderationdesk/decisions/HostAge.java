package org.moderationdesk.decisions;

import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;

/** A host under 16 may not go live (8.0.3): whether that is to be asked of a livestream, by what is known of its host. */
public final class HostAge {
    /** The rule that is asked. */
    public static final ClauseCode RULE = new ClauseCode("8.0.3");

    /** Who says to be younger may as well be under 16: it is what people say of themselves. */
    private static final int BEYOND_DOUBT = 18;

    private HostAge() {}

    /** Whether nothing says that the host is old enough beyond doubt. */
    public static boolean isInDoubt(Item item) {
        if (item.kind() != ItemKind.LIVESTREAM) {
            return false;
        }
        Author host = item.author();
        if (host == null || host.ageSource() == Author.AgeSource.UNKNOWN) {
            return true;
        }
        Integer age = host.age();
        return age == null || age < BEYOND_DOUBT;
    }
}
