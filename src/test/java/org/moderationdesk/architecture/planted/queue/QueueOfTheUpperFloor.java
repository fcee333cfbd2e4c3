package org.moderationdesk.architecture.planted.queue;

public final class QueueOfTheUpperFloor {}
