package org.moderationdesk.referrals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What NCMEC gave to sign in with, in one environment. Never written anywhere but to the store. */
public record Login(String user, String password) {
    public Login {
        if (user.isBlank() || password.isBlank() || user.contains(":")) {
            throw new IllegalArgumentException("not a login");
        }
    }

    /** HTTP Basic, RFC 7617. */
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a login";
    }
}
