package org.moderationdesk.referrals;

import org.moderationdesk.referrals.ncmec.Element;

/** @param details what is told of the file, without the numbers that NCMEC gives to the report and to it */
record FiledFile(FileBody body, Element details) {}
