package org.moderationdesk.fx;

import org.kordamp.ikonli.feather.Feather;

/** What an icon stands for on screen. */
public enum Icon {
    REVIEW(Feather.INBOX),
    WAITING(Feather.CLOCK),
    GUIDELINES(Feather.BOOK_OPEN),
    SETTINGS(Feather.SETTINGS),
    KEYS(Feather.HELP_CIRCLE),
    SEARCH(Feather.SEARCH),
    DARK(Feather.MOON),
    LIGHT(Feather.SUN),
    REFRESH(Feather.REFRESH_CW),
    OPEN_BELOW(Feather.CHEVRON_DOWN),
    GO_INTO(Feather.CHEVRON_RIGHT),
    GO_BACK(Feather.CHEVRON_LEFT),
    REMOVE(Feather.X),
    ADD(Feather.PLUS),
    MOVE_UP(Feather.ARROW_UP),
    MOVE_DOWN(Feather.ARROW_DOWN),
    DONE(Feather.CHECK),
    WELL(Feather.CHECK_CIRCLE),
    TROUBLE(Feather.ALERT_TRIANGLE),
    LATE(Feather.ALERT_CIRCLE),
    DUE(Feather.CLOCK),
    INFO(Feather.INFO),
    CHAIN(Feather.LINK),
    STORE(Feather.HARD_DRIVE),
    HELD(Feather.LOCK),
    SEALED(Feather.LOCK),
    OPENED(Feather.UNLOCK),
    PASSPHRASE(Feather.KEY),
    REPORTS(Feather.FLAG),
    VIDEO(Feather.VIDEO),
    LIVESTREAM(Feather.RADIO),
    IMAGE(Feather.IMAGE),
    AUDIO(Feather.VOLUME_2),
    TEXT(Feather.FILE_TEXT),
    COMMENT(Feather.MESSAGE_SQUARE),
    ACCOUNT(Feather.USER),
    PEOPLE(Feather.USERS),
    SAFE_VIEW(Feather.SHIELD),
    COVERED(Feather.EYE_OFF),
    REVEALED(Feather.EYE),
    BLUR(Feather.DROPLET),
    GREY(Feather.CIRCLE),
    MUTED(Feather.VOLUME_X),
    PLAY(Feather.PLAY),
    PAUSE(Feather.PAUSE),
    PREVIOUS_FRAME(Feather.SKIP_BACK),
    NEXT_FRAME(Feather.SKIP_FORWARD),
    LOOP(Feather.REPEAT),
    MARK(Feather.BOOKMARK),
    FULL_STAGE(Feather.MAXIMIZE),
    CHECKLIST(Feather.CHECK_SQUARE),
    HASH(Feather.HASH),
    WORLD(Feather.GLOBE),
    DUPLICATES(Feather.LAYERS),
    REFERRAL(Feather.SEND),
    IMPORT(Feather.DOWNLOAD),
    FILE(Feather.FILE),
    BACKUP(Feather.ARCHIVE),
    RESTORE(Feather.ROTATE_CCW),
    SAMPLE(Feather.PACKAGE),
    FILTER(Feather.FILTER),
    SAVED_VIEW(Feather.STAR),
    LANGUAGE(Feather.TYPE),
    LINK_SHOWN(Feather.LINK_2),
    HAND_OVER(Feather.CORNER_UP_RIGHT),
    SKIP(Feather.SKIP_FORWARD),
    UNDO(Feather.CORNER_UP_LEFT),
    EDIT(Feather.EDIT_2),
    CALENDAR(Feather.CALENDAR),
    COPY(Feather.COPY),
    BREAK(Feather.COFFEE),
    LIGHTER(Feather.FEATHER),
    APPROVALS(Feather.USER_CHECK),
    BELL(Feather.BELL),
    MORE(Feather.MORE_HORIZONTAL);

    private final Feather drawing;

    Icon(Feather drawing) {
        this.drawing = drawing;
    }

    Feather drawing() {
        return drawing;
    }
}
