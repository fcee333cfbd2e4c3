package org.moderationdesk.shell;

import java.util.function.Supplier;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Screen;

/**
 * One place on the rail.
 *
 * @param id names it in code and for tests, such as "review"
 * @param name in the person's language
 * @param makes its screen, when one first goes there
 */
public record Destination(String id, Icon icon, String name, Supplier<Screen> makes) {}
