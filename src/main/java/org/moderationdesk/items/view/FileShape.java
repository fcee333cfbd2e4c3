package org.moderationdesk.items.view;

import org.moderationdesk.fx.Icon;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;

/** Whether a file of an item stands still, moves or is only heard, as far as that is told without opening it. */
enum FileShape {
    PICTURE(Icon.IMAGE),
    FILM(Icon.VIDEO),
    SOUND(Icon.AUDIO);

    private final Icon icon;

    FileShape(Icon icon) {
        this.icon = icon;
    }

    Icon icon() {
        return icon;
    }

    /** Whether it is played rather than looked at. */
    boolean isClip() {
        return this != PICTURE;
    }

    /** The kind of the item decides on its first file, whose type may be a wrong one; the own type on all others. */
    static FileShape of(Item item, int media) {
        FileShape usual =
                switch (item.kind()) {
                    case IMAGE, TEXT, COMMENT, ACCOUNT -> PICTURE;
                    case VIDEO, LIVESTREAM -> FILM;
                    case AUDIO -> SOUND;
                };
        boolean named = media < item.media().size() && item.media().get(media).mime() != null;
        if (!named || media == 0 && item.kind() != ItemKind.IMAGE) {
            return usual;
        }
        String mime = String.valueOf(item.media().get(media).mime());
        return mime.startsWith("image/")
                ? PICTURE
                : mime.startsWith("video/") ? FILM : mime.startsWith("audio/") ? SOUND : usual;
    }

    /** The file that the words spoken in the item, and the times that reports name, are of. */
    static int spoken(Item item) {
        for (int i = 0; i < item.media().size(); i++) {
            if (of(item, i).isClip()) {
                return i;
            }
        }
        return 0;
    }

    /** The first file that the desk holds; 0 where it holds none. */
    static int first(ItemFile file) {
        return Math.max(0, file.mediaStates().indexOf(MediaFile.State.STORED));
    }
}
