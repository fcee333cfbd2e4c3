package org.moderationdesk.media;

/** In which form content is seen once its cover is lifted, from the one that shows least to the one that shows most. */
public enum LookForm {
    /** A drawing of its edges, without surfaces. */
    OUTLINE,
    /** A picture of about a hundred points, without colour. */
    SMALL_GREY,
    /** A small disc of it, the rest stays under the cover. */
    LOUPE,
    /** One frame at a time: nothing moves. */
    FRAMES,
    GREY,
    COLOUR,
    /** Nothing is seen; its sound is heard. */
    SOUND,
    /** Nothing of it is seen or heard: what the file says of itself was read, to its end. */
    METADATA;

    /** Whether all of the picture is seen as it is, but for its colour. */
    public boolean isWhole() {
        return this == GREY || this == COLOUR;
    }

    /** Whether it is a form that a picture can be seen in. */
    public boolean isPicture() {
        return this != SOUND && this != METADATA;
    }
}
