package org.moderationdesk.items.view;

import java.util.List;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;

/** Where the pictures of items come from. Asked in the background. */
public interface PictureSource {
    /**
     * Reads one picture of an item, within limits.
     *
     * @param media index of the file in the item
     */
    Reading read(ItemFile file, int media);

    /**
     * Opens a clip of an item: film or sound.
     *
     * @param media index of the file in the item
     */
    default Clip clip(ItemFile file, int media) throws MediaRefused {
        throw new MediaRefused(MediaRefused.Reason.MISSING);
    }

    /**
     * Reads what a file of an item says of itself.
     *
     * @param media index of the file in the item
     */
    default FileMetadata metadata(ItemFile file, int media) throws MediaRefused {
        throw new MediaRefused(MediaRefused.Reason.MISSING);
    }

    /** Decodes the first picture of an item that comes next, so that it is at hand then. Never asked of a sealed one. */
    default void prepare(ItemFile next) {}

    /** Lets go of what was prepared: the desk is left or locked. Any thread. */
    default void forget() {}

    /** What became of the reading. */
    sealed interface Reading {}

    /**
     * A picture, made small enough to show.
     *
     * @param argb its points row by row, 0xAARRGGBB
     * @param fullWidth of the file itself
     * @param fullHeight of the file itself
     */
    record Shown(int width, int height, int[] argb, int fullWidth, int fullHeight) implements Reading {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** It cannot be shown. */
    record NotShown(Why why, List<Object> facts) implements Reading {
        public NotShown {
            facts = List.copyOf(facts);
        }
    }

    /** Why a picture cannot be shown. */
    enum Why {
        /** The file did not come with the item, or only facts about one did. */
        MISSING,
        /** The file is another than the one that the item names. */
        DIFFERS,
        /** It claims more points than are ever decoded; facts: width, height. */
        TOO_LARGE,
        /** Its bytes are not those of a picture. */
        UNREADABLE,
        /** Sealed: it is read through a {@link SealedDoor} alone. */
        SEALED,
        /** Not a kind of file that this version shows. */
        NOT_A_PICTURE
    }
}
