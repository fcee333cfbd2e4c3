/** Opens, guards, migrates and copies the store; knows no feature's table. */
@NullMarked
package org.moderationdesk.db;

import org.jspecify.annotations.NullMarked;
