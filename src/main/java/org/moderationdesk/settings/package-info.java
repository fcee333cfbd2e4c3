/** What an operator may set: one small record a topic, each in a file of its own in the desk's folder. */
@NullMarked
package org.moderationdesk.settings;

import org.jspecify.annotations.NullMarked;
