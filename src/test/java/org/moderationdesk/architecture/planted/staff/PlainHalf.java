package org.moderationdesk.architecture.planted.staff;

import org.moderationdesk.architecture.planted.items.view.Downward;

final class PlainHalf {
    Downward screen = new Downward();
}
