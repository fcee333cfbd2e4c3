package org.moderationdesk.authorities.view;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.MomentField;
import org.moderationdesk.items.view.SafeLine;

/** Enters that a dossier went out, or what was answered since: when, as what, and with which document. JavaFX thread only. */
final class EntryForm extends VBox {
    static final String DOCUMENT_KEY = "Alt+T";

    private final DossierModel model;
    private final Texts texts;
    private final Kit kit;
    private final FileChoice files;
    private final MomentField moment;
    private final TextField reference = new TextField();
    private final Button choose;
    private final Label name = new Label();
    private final CheckedField momentField;
    private final CheckedField referenceField;
    private final CheckedField documentField;
    private @Nullable Path document;
    private String of = "";

    EntryForm(DossierModel model, Kit kit, FileChoice files) {
        this.model = model;
        this.kit = kit;
        this.texts = kit.texts();
        this.files = files;
        moment = new MomentField("dossier-moment", texts);
        reference.setId("dossier-reference");
        choose = KeyButton.of("dossier-document", texts.get("authorities.view.choose"), DOCUMENT_KEY, this::choose);
        name.setId("dossier-document-name");
        name.getStyleClass().add("size-12");
        var row = new HBox(choose, name);
        row.getStyleClass().add("gap-8");
        row.setAlignment(Pos.CENTER_LEFT);
        momentField = new CheckedField(texts.get("authorities.view.moment"), moment, moment.parts());
        referenceField = new CheckedField(texts.get("authorities.view.reference"), reference);
        documentField = new CheckedField(texts.get("authorities.view.document"), row, List.of(choose));
        getChildren().addAll(momentField, referenceField, documentField);
        getStyleClass().add("gap-8");
        setId("dossier-entry");
        take(null);
    }

    /** Empty again where it is another dossier, or another entry of it. */
    void show(String entry) {
        if (!entry.equals(of)) {
            of = entry;
            moment.setMoment(kit.clock().instant(), kit.times());
            reference.clear();
            take(null);
            clear();
        }
    }

    void choose() {
        files.open(texts.get("authorities.view.choose"), List.of()).ifPresent(this::take);
    }

    private void take(@Nullable Path file) {
        document = file;
        name.setText(
                file == null
                        ? texts.get("authorities.view.document.none")
                        : SafeLine.of(String.valueOf(file.getFileName())));
    }

    void enter() {
        clear();
        Optional<OffsetDateTime> at = moment.moment();
        if (at.isEmpty()) {
            momentField.say(texts.get("authorities.view.moment.wrong"));
            momentField.focus();
            return;
        }
        model.enter(at.get().toInstant(), reference.getText(), document, this::failed);
    }

    private void clear() {
        momentField.say("");
        referenceField.say("");
        documentField.say("");
    }

    private void failed(Exception failure) {
        switch (failure) {
            case AuthorityRefused refused -> refused(refused);
            case DossierModel.UnreadableDocument _ -> {
                documentField.say(texts.get("authorities.view.document.unread"));
                documentField.focus();
            }
            default -> model.say(failure);
        }
    }

    private void refused(AuthorityRefused refused) {
        CheckedField field =
                switch (refused.why()) {
                    case TIME, TIME_OF_ANSWER -> momentField;
                    case DOCUMENT -> documentField;
                    case REFERENCE, ALREADY_ANSWERED -> referenceField;
                    default -> null;
                };
        if (field == null) {
            model.say(refused);
        } else {
            field.say(refused.words(texts));
            field.focus();
        }
    }
}
