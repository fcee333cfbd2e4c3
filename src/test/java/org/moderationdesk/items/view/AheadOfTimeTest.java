package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.view.DrawnClip;

final class AheadOfTimeTest {
    private static final Size STAGE = new Size(90, 160);

    private final DrawnSource source = new DrawnSource(() -> DrawnClip.of(3, 30));
    private final AheadOfTime ahead = new AheadOfTime(source, Duration.ZERO);
    private final ItemFile next = SampleItems.video().file();

    @Test
    void theNextClipIsOpenWithItsFirstFrameBeforeItIsAskedFor() throws MediaRefused {
        ahead.prepare(next);
        assertThat(source.opened()).hasSize(1);
        assertThat(source.opened().getFirst().asked()).containsExactly(0L);

        Clip clip = ahead.clip(next, 0);

        assertThat(clip.frameAt(0, STAGE).micros()).isZero();
        assertThat(source.opened()).hasSize(1);
        assertThat(source.opened().getFirst().asked()).as("decoded once").containsExactly(0L);
    }

    @Test
    void whatWasPreparedIsGivenOutOnce() throws MediaRefused {
        ahead.prepare(next);

        assertThat(ahead.clip(next, 0)).isNotSameAs(ahead.clip(next, 0));
        assertThat(source.opened()).hasSize(2);
    }

    @Test
    void anotherItemIsNotGivenWhatWasPrepared() throws MediaRefused {
        ahead.prepare(SampleItems.audio().file());

        assertThat(ahead.clip(next, 1)).isSameAs(source.opened().getLast());
    }

    @Test
    void whatIsForgottenIsClosed() {
        ahead.prepare(next);

        ahead.forget();

        await().until(() -> source.opened().getFirst().isClosed());
    }
}
