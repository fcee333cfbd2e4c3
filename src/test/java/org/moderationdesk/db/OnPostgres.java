package org.moderationdesk.db;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A contract of the shared store alone: the build runs it beside those of {@link OnBothStores}, on PostgreSQL. */
@Tag("on-postgres")
@ExtendWith(ServerLeftEmpty.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnPostgres {}
