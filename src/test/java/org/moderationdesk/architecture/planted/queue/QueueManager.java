package org.moderationdesk.architecture.planted.queue;

final class QueueManager {}
