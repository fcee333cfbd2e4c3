package org.moderationdesk.architecture.planted.items.view;

import org.moderationdesk.architecture.planted.queue.QueueOfTheUpperFloor;

public final class Downward {
    QueueOfTheUpperFloor queue = new QueueOfTheUpperFloor();
}
