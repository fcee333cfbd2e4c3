package org.moderationdesk.architecture.planted.cli;

import org.moderationdesk.architecture.planted.items.view.Downward;

final class CommandWithAWindow {
    Downward screen = new Downward();
}
