package org.moderationdesk.db;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A contract of a stored room: the build runs these tests twice, on H2 in memory and on a real PostgreSQL, through
 * {@link TestStore}.
 */
@Tag("both-stores")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnBothStores {}
