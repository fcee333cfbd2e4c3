package org.moderationdesk.app;

import java.io.IOException;

/** Takes pictures of the screen that is there, by its name. */
@FunctionalInterface
interface Taking {
    void take(String screen) throws IOException;
}
