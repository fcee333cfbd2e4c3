package org.moderationdesk.attic;

final class Unfinished {
    // TODO: finish
}
