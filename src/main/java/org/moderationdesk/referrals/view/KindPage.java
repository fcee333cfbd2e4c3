package org.moderationdesk.referrals.view;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.ReferralFile;

/** What is shown of one kind of referral once it is opened, under its head and beside its history. JavaFX thread only. */
public interface KindPage {
    ReferralTarget target();

    Node node();

    /** What acts while one of its kind is open. */
    Keys keys();

    /** Shows this one, and again each time it was read anew. */
    void show(ReferralFile file);

    /** Asks the store anew for what is shown, since somebody wants that. */
    void again();

    /** Shows none. */
    void leave();

    /** Told when something was done of the one that is shown. */
    void onChange(Runnable told);

    /** Told of what did not work of one that is shown no more: the referral's id, and why in words. */
    void onMissed(BiConsumer<String, String> told);
}
