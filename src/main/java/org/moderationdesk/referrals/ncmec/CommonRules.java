package org.moderationdesk.referrals.ncmec;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;

/** What the fields of addresses, numbers, accounts and places say together, wherever they stand. */
final class CommonRules {
    private final Outline outline;
    private final Consumer<Fault> faults;

    CommonRules(Outline outline, Consumer<Fault> faults) {
        this.outline = outline;
        this.faults = faults;
    }

    void check(Node node) {
        switch (node.type()) {
            case "email" -> verified(node);
            case "phone" -> {
                verified(node);
                callingCode(node);
            }
            case "accountTemporarilyDisabled", "accountPermanentlyDisabled" -> closed(node);
            case "associatedAccount" -> {
                if (node.has("approximateAge") && node.has("dateOfBirth")) {
                    fault(node.at("approximateAge"), Rule.AGE_AND_BIRTH);
                }
            }
            case "estimatedLocation" -> location(node);
            default -> {
                // The fields of other elements say nothing together.
            }
        }
    }

    private void verified(Node node) {
        if (!node.attribute("verificationDate").isEmpty()
                && !node.attribute("verified").equals("true")) {
            fault(node.path() + "/@verified", Rule.VERIFIED_WITHOUT_YES);
        }
    }

    private void callingCode(Node phone) {
        String code = phone.attribute("countryCallingCode");
        String number = phone.element().text().strip();
        if (!code.isEmpty() && (number.startsWith(code) || number.startsWith("00" + code.substring(1)))) {
            fault(phone.path(), Rule.REPEATED_CALLING_CODE);
        }
    }

    private void closed(Node node) {
        Optional<OffsetDateTime> closed = time(node, "disabledDate");
        closed.ifPresent(at -> {
            if (time(node, "userNotifiedDate").filter(told -> told.isBefore(at)).isPresent()) {
                fault(node.path() + "/@userNotifiedDate", Rule.TOLD_BEFORE_CLOSED);
            }
            if (time(node, "reenabledDate").filter(open -> !open.isAfter(at)).isPresent()) {
                fault(node.path() + "/@reenabledDate", Rule.OPENED_BEFORE_CLOSED);
            }
        });
    }

    private void location(Node place) {
        if (!place.has("countryCode")) {
            fault(place.at("countryCode"), Rule.LOCATION_WITHOUT_COUNTRY);
            return;
        }
        if (!place.text("countryCode").equals("US")) {
            return;
        }
        if (place.has("region") && !outline.values("state").contains(place.text("region"))) {
            fault(place.at("region"), Rule.REGION_IS_NO_STATE);
        }
        if (place.has("city") && !place.has("region")) {
            fault(place.at("region"), Rule.CITY_WITHOUT_STATE);
        }
    }

    private static Optional<OffsetDateTime> time(Node node, String attribute) {
        return Scalar.time(node.attribute(attribute));
    }

    private void fault(String path, Rule rule) {
        faults.accept(Fault.of(path, rule));
    }
}
