/** The decision log as a screen: what was decided, by whom, on what grounds, and each decision as it was made. */
@NullMarked
package org.moderationdesk.audit.view;

import org.jspecify.annotations.NullMarked;
