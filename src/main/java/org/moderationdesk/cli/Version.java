package org.moderationdesk.cli;

import org.moderationdesk.base.DeskVersion;
import picocli.CommandLine.IVersionProvider;

/** The desk's version, in words. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Moderation Desk " + DeskVersion.shown()};
    }
}
