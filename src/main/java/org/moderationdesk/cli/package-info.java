/** The command line: the desk's services for pipelines, trainers' laptops and operators. Loads no JavaFX. */
@NullMarked
package org.moderationdesk.cli;

import org.jspecify.annotations.NullMarked;
