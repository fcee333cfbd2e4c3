package org.moderationdesk.referrals.ncmec;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, as far as known.
 *
 * @param age in years, 0 to 150
 * @param ageAssertionDiscrepancy newer than the schema of November 2025
 */
public record Person(
        @Nullable String firstName,
        @Nullable String lastName,
        List<Phone> phone,
        List<Email> email,
        List<Address> address,
        @Nullable Integer age,
        @Nullable Boolean ageAssertionDiscrepancy,
        @Nullable LocalDate dateOfBirth) {
    public Person {
        if (age != null && (age < 0 || age > 150)) {
            throw new IllegalArgumentException("not an age");
        }
        phone = List.copyOf(phone);
        email = List.copyOf(email);
        address = List.copyOf(address);
    }
}
