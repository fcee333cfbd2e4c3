package org.moderationdesk.referrals;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file as it is uploaded: read anew each time, never copied to the disk in the clear. */
public interface FileBody {
    long bytes();

    /** @throws IOException where it cannot be read, or was changed */
    InputStream open() throws IOException;

    /** Its MD5, which NCMEC answers an upload with, as 32 lower-case hexadecimal digits. */
    default String md5() throws IOException {
        try (InputStream in = open()) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                md5.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(md5.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
