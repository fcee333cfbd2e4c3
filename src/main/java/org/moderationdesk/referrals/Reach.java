package org.moderationdesk.referrals;

/** How an environment is reached. */
@FunctionalInterface
interface Reach {
    Cybertipline to(Environment environment, Login login);
}
