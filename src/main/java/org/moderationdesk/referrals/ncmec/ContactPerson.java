package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom somebody can ask. */
public record ContactPerson(
        @Nullable String firstName,
        @Nullable String lastName,
        List<Phone> phone,
        List<Email> email,
        List<Address> address) {
    public ContactPerson {
        phone = List.copyOf(phone);
        email = List.copyOf(email);
        address = List.copyOf(address);
    }
}
