package org.moderationdesk.referrals.ncmec;

/**
 * A hash of a file as it was uploaded by its user.
 *
 * @param hashType such as SHA1
 */
public record OriginalFileHash(String value, String hashType) {}
