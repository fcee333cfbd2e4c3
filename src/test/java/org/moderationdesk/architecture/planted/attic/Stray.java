package org.moderationdesk.architecture.planted.attic;

final class Stray {}
