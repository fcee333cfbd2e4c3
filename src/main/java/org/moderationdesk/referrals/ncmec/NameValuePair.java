package org.moderationdesk.referrals.ncmec;

/** One fact of a file. */
public record NameValuePair(String name, String value) {}
