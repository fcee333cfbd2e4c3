package org.moderationdesk.items.view;

import java.util.function.LongConsumer;

/**
 * What came of asking to see a sealed file.
 *
 * @param seen what may be shown now
 * @param ended to be told once, on the JavaFX thread, after how many milliseconds it was covered again
 */
public record SealedSight(PictureSource.Reading seen, LongConsumer ended) {}
