package org.moderationdesk.architecture.planted.queue;

final class NoFaults {
    static final String NAME = "no faults";

    record Wide(int one, int two, int three, int four, int five, int six, int seven) {}

    enum Kind {
        FIRST(1, 2, 3, 4, 5);

        final int sum;

        Kind(int one, int two, int three, int four, int five) {
            this.sum = one + two + three + four + five;
        }
    }

    int database(int six) {
        System.err.println(NAME);
        return Kind.FIRST.sum + six;
    }
}
