/** Tests of the insights screen. */
@NullMarked
package org.moderationdesk.insights.view;

import org.jspecify.annotations.NullMarked;
