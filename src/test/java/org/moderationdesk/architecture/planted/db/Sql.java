package org.moderationdesk.architecture.planted.db;

public final class Sql {}
