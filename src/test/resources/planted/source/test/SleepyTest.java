package org.moderationdesk.attic;

final class SleepyTest {
    @Disabled
    @Test
    void waits() throws InterruptedException {
        Thread.sleep(100);
    }
}
