package org.moderationdesk.items.view;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.moderationdesk.decisions.EvidenceMark;

/** How the lines of the panel are read now: which are being said, and whether named words are masked. */
final class PanelReading {
    private final ObjectProperty<Now> now = new SimpleObjectProperty<>(Now.NOTHING);
    private final BooleanProperty masking = new SimpleBooleanProperty();
    private final ObjectProperty<MaskedWords> masked = new SimpleObjectProperty<>();

    /**
     * The lines of the moment, -1 for none.
     *
     * @param spoken index in the transcript
     * @param onScreen index in the text on screen
     */
    record Now(int spoken, int onScreen) {
        static final Now NOTHING = new Now(-1, -1);

        boolean has(PanelLine line) {
            return line instanceof PanelLine.Words words
                    && (words.in() == EvidenceMark.Place.TRANSCRIPT && words.index() == spoken
                            || words.in() == EvidenceMark.Place.ON_SCREEN && words.index() == onScreen);
        }
    }

    ObjectProperty<Now> nowProperty() {
        return now;
    }

    BooleanProperty maskingProperty() {
        return masking;
    }

    /** Null until an item is shown. */
    ObjectProperty<MaskedWords> maskedProperty() {
        return masked;
    }

    /** The piece as it is shown: masked, unless somebody points at it or masking is off. */
    TextPiece shown(TextPiece piece, boolean askedFor) {
        MaskedWords words = masked.get();
        return !masking.get() || askedFor || words == null ? piece : words.mask(piece);
    }
}
