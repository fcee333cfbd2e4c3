package org.moderationdesk.planted;
final class Crooked { int one( ){return 1;}
}
