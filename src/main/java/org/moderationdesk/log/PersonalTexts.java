package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.moderationdesk.base.Sha256;

/** The table of free text beside the log, told of by the entries that kept it and by those that erased it. */
final class PersonalTexts {
    static final String TABLE = "personal_text";

    private PersonalTexts() {}

    /** SHA-256 over the salt's 32 hexadecimal digits and the text as UTF-8. */
    static String saltedHash(String salt, String text) {
        MessageDigest sha = Sha256.digest();
        sha.update(salt.getBytes(StandardCharsets.US_ASCII));
        sha.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }
}
