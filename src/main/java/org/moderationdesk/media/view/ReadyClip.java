package org.moderationdesk.media.view;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Playback;
import org.moderationdesk.media.decode.PlaybackSink;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Waveform;

/** An open clip whose first frame is decoded already: the first who asks for it need not wait. */
public final class ReadyClip implements Clip {
    private final Clip clip;
    private final AtomicReference<@Nullable Frame> first = new AtomicReference<>();

    private ReadyClip(Clip clip) {
        this.clip = clip;
    }

    /** Decodes the first frame of a clip; the clip is closed where that cannot be. */
    public static ReadyClip of(Clip clip, Size most) throws MediaRefused {
        var ready = new ReadyClip(clip);
        try {
            if (clip.facts().picture()) {
                ready.first.set(clip.frameAt(0, most));
            }
            return ready;
        } catch (MediaRefused why) {
            clip.close();
            throw why;
        }
    }

    @Override
    public ClipFacts facts() {
        return clip.facts();
    }

    @Override
    public Frame frameAt(long micros, Size most) throws MediaRefused {
        Frame ready = micros == 0 ? first.getAndSet(null) : null;
        return ready == null ? clip.frameAt(micros, most) : ready;
    }

    @Override
    public Frame step(long fromMicros, int by, Size most) throws MediaRefused {
        return clip.step(fromMicros, by, most);
    }

    @Override
    public void strip(int count, Size most, Consumer<Frame> each) throws MediaRefused {
        clip.strip(count, most, each);
    }

    @Override
    public List<Long> sceneChanges(int atMost) throws MediaRefused {
        return clip.sceneChanges(atMost);
    }

    @Override
    public Waveform waveform(int bins) throws MediaRefused {
        return clip.waveform(bins);
    }

    @Override
    public Playback play(PlayFrom from, PlaybackSink sink) throws MediaRefused {
        return clip.play(from, sink);
    }

    @Override
    public ClipFacts refresh() throws MediaRefused {
        return clip.refresh();
    }

    @Override
    public long processId() {
        return clip.processId();
    }

    @Override
    public void close() {
        first.set(null);
        clip.close();
    }
}
