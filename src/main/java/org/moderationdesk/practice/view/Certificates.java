package org.moderationdesk.practice.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.practice.Certifying;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.practice.Told;

/** Certificates: one's own and how long they last; for who trains, what they ask for, who has earned one, who holds one. */
final class Certificates {
    private static final int MOST_DAYS = 3_660;
    private static final int USUAL_DAYS = 365;
    private static final int USUAL_PERCENT = 80;

    private final PracticeModel model;
    private final PracticeWords words;
    private final Dialogs dialogs;
    private final PracticeFiles files;

    /** All of it at one moment; the last two are empty for who does not train. */
    private record Found(
            List<Certification> certifications,
            List<Certificate> own,
            List<Certifying.Earned> earned,
            List<Certificate> everybodys) {}

    Certificates(PracticeModel model, PracticeWords words, Dialogs dialogs, PracticeFiles files) {
        this.model = model;
        this.words = words;
        this.dialogs = dialogs;
        this.files = files;
    }

    void open() {
        var certifying = model.doors().certifying();
        var who = model.person();
        model.read(
                () -> new Found(
                        certifying.all(who),
                        certifying.own(who),
                        model.trains() ? certifying.earned(who) : List.of(),
                        model.trains() ? certifying.everybodys(who) : List.of()),
                this::show);
    }

    private void show(Found found) {
        var lines = new VBox();
        lines.setId("practice-certificates");
        lines.getStyleClass().add("gap-8");
        part(
                lines,
                "practice.certificates.own",
                found.own().stream().map(this::own).toList());
        if (model.trains()) {
            part(
                    lines,
                    "practice.certificates.earned",
                    found.earned().stream().map(this::earned).toList());
            part(
                    lines,
                    "practice.certificates.all",
                    found.certifications().stream()
                            .filter(one -> !one.withdrawn())
                            .map(this::certification)
                            .toList());
            part(
                    lines,
                    "practice.certificates.held",
                    found.everybodys().stream()
                            .filter(one -> one.takenBackAt() == null)
                            .map(this::held)
                            .toList());
            var begin = new Button(words.get("practice.certification.new"), Icons.small(Icon.ADD));
            begin.setId("practice-certification-new");
            begin.setOnAction(_ -> begin());
            lines.getChildren().add(begin);
        }
        var scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(600, 380);
        scroll.getStyleClass().add("edge-less");
        dialogs.show(words.get("practice.certificates"), scroll);
    }

    private void part(VBox lines, String key, List<Node> rows) {
        lines.getChildren().add(Shown.label(words.get(key), "strong", "size-13"));
        if (rows.isEmpty()) {
            lines.getChildren().add(Shown.label(words.get(key + ".none"), "muted", "size-12"));
        }
        lines.getChildren().addAll(rows);
    }

    private Node row(String said, Node... beside) {
        var row = new HBox(Shown.label(said, "size-12"), Shown.gap());
        row.getChildren().addAll(beside);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Node own(Certificate one) {
        return row(SafeLine.of(one.certification()), state(one), print(one));
    }

    private Button print(Certificate one) {
        var button = new Button(words.get("practice.certificate.print"));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.getStyleClass().add("practice-certificate-print");
        button.setAccessibleText(words.get(
                "practice.certificate.print.of", SafeLine.of(one.certification()), SafeLine.of(one.person())));
        button.setOnAction(_ -> {
            dialogs.close();
            files.certificate(one);
        });
        return button;
    }

    private Tag state(Certificate one) {
        Instant now = words.kit().clock().instant();
        String day = words.kit().times().date(one.until());
        if (!one.isGood(now)) {
            return new Tag(words.get(
                    one.takenBackAt() == null ? "practice.certificate.ended" : "practice.certificate.taken-back", day));
        }
        boolean soon = !one.isGood(now.plus(Certifying.SOON));
        var tag = new Tag(
                words.get(soon ? "practice.certificate.soon" : "practice.certificate.good", day),
                soon ? Tone.ATTENTION : Tone.SUCCESS);
        tag.setGraphic(Icons.small(soon ? Icon.DUE : Icon.DONE));
        return tag;
    }

    private Node earned(Certifying.Earned one) {
        return row(
                words.get(
                        "practice.certificates.who",
                        SafeLine.of(one.person()),
                        SafeLine.of(one.certification().name())),
                act("practice.certificate.give", () -> model.doors()
                        .certifying()
                        .certify(
                                model.person(),
                                one.person(),
                                one.certification().name())));
    }

    private Node held(Certificate one) {
        return row(
                words.get("practice.certificates.who", SafeLine.of(one.person()), SafeLine.of(one.certification())),
                state(one),
                print(one),
                act("practice.certificate.take-back", () -> {
                    model.doors().certifying().takeBack(model.person(), one.id());
                    return one;
                }));
    }

    private Node certification(Certification one) {
        return row(
                words.get(
                        "practice.certification.line",
                        SafeLine.of(one.name()),
                        sets(one),
                        one.percent(),
                        one.validDays()),
                act("practice.certification.withdraw", () -> {
                    model.doors().certifying().withdraw(model.person(), one.name());
                    return one;
                }));
    }

    private String sets(Certification one) {
        List<String> names = new ArrayList<>();
        model.overview().sets().stream()
                .filter(set -> one.sets().contains(set.id()))
                .forEach(set -> names.add(words.named(set)));
        return String.join(", ", names);
    }

    private Button act(String key, Callable<?> act) {
        var button = new Button(words.get(key));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            dialogs.close();
            model.act(act::call, _ -> open());
        });
        return button;
    }

    /** Says what a certificate asks for. */
    private void begin() {
        var name = new TextField();
        name.setId("practice-certification-name");
        name.setPromptText(words.get("practice.certification.name"));
        name.setAccessibleText(words.get("practice.certification.name"));
        var title = new TwoTongues(
                "practice-certification-title", words.get("practice.form.title"), 1, Told.nothing(), words);
        List<CheckBox> boxes = new ArrayList<>();
        var sets = new VBox();
        sets.getStyleClass().add("gap-4");
        for (PracticeSet set : model.overview().on(SetState.PUBLISHED)) {
            var box = new CheckBox(words.named(set));
            box.setUserData(set.id());
            boxes.add(box);
            sets.getChildren().add(box);
        }
        Spinner<Integer> percent = spinner("practice.certification.percent", 100, USUAL_PERCENT);
        Spinner<Integer> days = spinner("practice.certification.days", MOST_DAYS, USUAL_DAYS);
        var numbers =
                new HBox(named("practice.certification.percent", percent), named("practice.certification.days", days));
        numbers.getStyleClass().add("gap-16");
        var form = new VBox(
                name, title, Shown.label(words.get("practice.certification.sets"), "field-label"), sets, numbers);
        form.getStyleClass().add("gap-8");
        form.setMaxWidth(560);
        new StoreForm(dialogs, form)
                .open(
                        words.get("practice.certification.new"),
                        words.get("practice.form.save"),
                        (done, refused) -> put(
                                new Certification(
                                        name.getText().strip(),
                                        title.told(),
                                        boxes.stream()
                                                .filter(CheckBox::isSelected)
                                                .map(box -> String.valueOf(box.getUserData()))
                                                .toList(),
                                        percent.getValue(),
                                        days.getValue(),
                                        false),
                                done,
                                refused));
    }

    private void put(Certification wanted, Runnable done, Consumer<String> refused) {
        model.act(() -> model.doors().certifying().put(model.person(), wanted), _ -> done.run(), refused);
    }

    private Spinner<Integer> spinner(String key, int most, int now) {
        var spinner = new Spinner<Integer>(1, most, now);
        spinner.setEditable(true);
        spinner.setPrefWidth(96);
        spinner.setAccessibleText(words.get(key));
        spinner.getEditor().setAccessibleText(words.get(key));
        return spinner;
    }

    private Node named(String key, Node control) {
        var both = new VBox(Shown.label(words.get(key), "field-label"), control);
        both.getStyleClass().add("gap-4");
        return both;
    }
}
