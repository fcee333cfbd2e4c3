package org.moderationdesk.db;

/** A store's folder on disk and the key of its file. */
record StoreFile(DeskFolder folder, FileKey key) {}
