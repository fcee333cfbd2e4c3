package org.moderationdesk.architecture.planted.base;

import org.moderationdesk.architecture.planted.queue.QueueOfTheUpperFloor;

final class Upward {
    QueueOfTheUpperFloor queue = new QueueOfTheUpperFloor();
}
