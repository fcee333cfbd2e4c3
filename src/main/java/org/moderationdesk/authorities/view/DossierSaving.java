package org.moderationdesk.authorities.view;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.DossierFiles.Wanted;
import org.moderationdesk.authorities.DossierFiles.Written;
import org.moderationdesk.authorities.Receipt;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.settings.view.LongWork;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;

/** Saves dossiers to files under a password that is asked for each time, and documents of authorities. JavaFX thread only. */
final class DossierSaving {
    private final DossierFiles dossiers;
    private final Person person;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final LongWork work;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    DossierSaving(DossierFiles dossiers, Person person, Kit kit, Dialogs dialogs, FileChoice files) {
        this.dossiers = dossiers;
        this.person = person;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.work = new LongWork(kit, dialogs);
    }

    /** What was saved, in words; empty for nothing. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** What was not, and why; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void leave() {
        said.set("");
        problem.set("");
    }

    void pdf(String dossier) {
        ask(
                texts.get("authorities.view.save.pdf"),
                "dossier-" + dossier + ".pdf",
                wanted -> password(
                        texts.get("authorities.view.save.pdf"),
                        password -> run(progress -> {
                            try {
                                return dossiers.pdf(person, dossier, wanted, password, progress);
                            } finally {
                                Arrays.fill(password, ' ');
                            }
                        })));
    }

    void zip(String dossier) {
        ask(
                texts.get("authorities.view.save.zip"),
                "dossier-" + dossier + ".zip",
                wanted -> password(
                        texts.get("authorities.view.save.zip"),
                        password -> run(progress -> {
                            try {
                                return dossiers.zip(person, dossier, wanted, password, progress);
                            } finally {
                                Arrays.fill(password, ' ');
                            }
                        })));
    }

    /** As it was entered, without a password. */
    void document(Receipt receipt) {
        ask(
                texts.get("authorities.view.save.document"),
                "dossier-" + receipt.dossierId() + "-" + (receipt.place() + 1),
                wanted -> kit.background()
                        .run(
                                () -> dossiers.document(person, receipt, wanted),
                                written -> said.set(texts.get(
                                        "authorities.view.saved.document",
                                        written.file().toString(),
                                        kit.numbers().bytes(written.bytes()))),
                                this::failed));
    }

    /** Where to, and whether what is there may go. */
    private void ask(String title, String name, Consumer<Wanted> then) {
        leave();
        files.save(title, name).ifPresent(file -> kit.background()
                .run(
                        () -> Files.exists(file),
                        there -> {
                            if (there) {
                                replace(file, () -> then.accept(new Wanted(file, true)));
                            } else {
                                then.accept(Wanted.fresh(file));
                            }
                        },
                        this::failed));
    }

    private void replace(Path file, Runnable then) {
        dialogs.confirm(
                texts.get("authorities.view.replace.title", String.valueOf(file.getFileName())),
                texts.get("authorities.view.replace.means"),
                texts.get("authorities.view.replace"),
                then);
    }

    private void password(String title, Consumer<char[]> then) {
        PasswordField first = field("dossier-password", "authorities.view.password");
        PasswordField again = field("dossier-password-again", "authorities.view.password.again");
        var form = new VBox(
                DoorPanel.field(first.getAccessibleText(), first),
                DoorPanel.field(again.getAccessibleText(), again),
                DoorPanel.note(Icon.PASSPHRASE, texts.get("authorities.view.password.note")));
        form.getStyleClass().addAll("gap-8", "report-classes");
        dialogs.form(title, form, texts.get("authorities.view.save"), () -> {
            char[] password = first.getText().toCharArray();
            Optional<String> wrong = wrong(password, again.getText());
            if (wrong.isEmpty()) {
                first.clear();
                again.clear();
                then.accept(password);
            } else {
                Arrays.fill(password, ' ');
            }
            return wrong;
        });
    }

    private Optional<String> wrong(char[] password, String again) {
        if (!DossierFiles.isPassword(password)) {
            return Optional.of(texts.get("authorities.refused.PASSWORD"));
        }
        return Arrays.equals(password, again.toCharArray())
                ? Optional.empty()
                : Optional.of(texts.get("authorities.view.password.differs"));
    }

    private PasswordField field(String id, String key) {
        var field = new PasswordField();
        field.setId(id);
        field.setAccessibleText(texts.get(key));
        return field;
    }

    private void run(LongWork.Work<Written> writing) {
        work.run(texts.get("authorities.view.saving"), writing, this::written, this::failed);
    }

    private void written(Written written) {
        said.set(texts.get(
                "authorities.view.saved",
                written.file().toString(),
                kit.numbers().bytes(written.bytes()),
                written.sha256()));
    }

    private void failed(Exception failure) {
        problem.set(
                switch (failure) {
                    case CancellationException _ -> texts.get("authorities.view.stopped");
                    case AuthorityRefused refused -> refused.words(texts);
                    case RightRefused refused -> refused.words(texts);
                    case FileAlreadyExistsException _ -> texts.get("authorities.view.there");
                    case IOException _ -> texts.get("authorities.view.unwritten");
                    default -> texts.get("authorities.view.failed");
                });
    }
}
