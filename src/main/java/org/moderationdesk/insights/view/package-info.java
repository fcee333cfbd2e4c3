/** The insights screen: key figures, charts that can be read as tables, and their way to paper and files. */
@NullMarked
package org.moderationdesk.insights.view;

import org.jspecify.annotations.NullMarked;
