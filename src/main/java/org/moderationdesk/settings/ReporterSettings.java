package org.moderationdesk.settings;

/**
 * Who reports to NCMEC, as its forms ask (formats 1.4); empty where nothing is said. A report without an email address is
 * not taken there.
 *
 * @param service the product as its users know it
 * @param companyText standing text: how to serve process, how long is kept, whom to phone
 * @param terms what the platform's terms say of this
 * @param legalUrl where authorities turn to
 */
public record ReporterSettings(
        String firstName,
        String lastName,
        String email,
        String service,
        String companyText,
        String terms,
        String legalUrl) {
    public static ReporterSettings none() {
        return new ReporterSettings("", "", "", "", "", "", "");
    }
}
