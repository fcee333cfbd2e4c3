package org.moderationdesk.orders.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.Choice;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.MomentField;
import org.moderationdesk.fx.StoreForm;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderRules;
import org.moderationdesk.orders.OrderState;
import org.moderationdesk.orders.StepKind;

/** Where somebody says what was done about an order. */
final class AnswerForm {
    private static final int AREA_ROWS = 3;

    private final OrdersModel model;
    private final OrderLine line;
    private final Texts texts;
    private final Dialogs dialogs;
    private final String title;
    private final ComboBox<StepKind> kind;
    private final Label means = DoorPanel.words("", "muted", "size-12");
    private final MomentField done;
    private final TextArea words = new TextArea();
    private final DocumentField document;
    private final CheckedField kindField;
    private final CheckedField doneField;
    private final CheckedField wordsField;
    private boolean sent;

    AnswerForm(OrdersModel model, OrderWords words, OrderLine line, Dialogs dialogs) {
        this.model = model;
        this.line = line;
        this.texts = words.texts();
        this.dialogs = dialogs;
        title = texts.get("orders.answer.title", words.kind(line.order().kind()), words.about(line));
        kind = Choice.of(
                "answer-kind", kinds(line), one -> texts.get("orders.step." + one), texts.get("orders.form.choose"));
        done = new MomentField("answer-done", texts);
        done.setMoment(model.now(), model.kit().times());
        this.words.setId("answer-words");
        this.words.setPrefRowCount(AREA_ROWS);
        this.words.setWrapText(true);
        Tabs.leaveByTab(this.words);
        document = new DocumentField("answer-document", model);
        kindField = new CheckedField(texts.get("orders.answer.kind"), kind);
        doneField = new CheckedField(texts.get("orders.answer.done"), done, done.parts());
        wordsField = new CheckedField(texts.get("orders.answer.words"), this.words);
    }

    /** What can follow: only what stands still goes on, and does not come to a stand again. */
    private static List<StepKind> kinds(OrderLine line) {
        StepKind not = line.state() == OrderState.STOPPED ? StepKind.IMPOSSIBLE : StepKind.RESUMED;
        return Stream.of(StepKind.values()).filter(one -> one != not).toList();
    }

    void open() {
        means.setId("answer-means");
        var form = new VBox(kindField, means, doneField, wordsField, document.field());
        form.getStyleClass().addAll("gap-12", "order-answer");
        kind.valueProperty().subscribe((_, now) -> {
            means.setText(now == null ? "" : texts.get("orders.step.means." + now));
            change();
        });
        means.managedProperty().bind(means.textProperty().isNotEmpty());
        done.onChange(this::change);
        words.textProperty().subscribe((_, _) -> change());
        new StoreForm(dialogs, form).open(title, texts.get("orders.answer.act"), this::send);
    }

    private void change() {
        if (sent) {
            long unused = mark();
        }
    }

    /** Tells what is wrong at each field; answers with how much. */
    private long mark() {
        kindField.say(kind.getValue() == null ? texts.get("orders.answer.fault.kind") : "");
        doneField.say(at().isEmpty() ? texts.get("orders.refused.TIME") : "");
        wordsField.say(OrderRules.isDone(words.getText()) ? "" : texts.get("orders.refused.WORDS"));
        return fields().filter(field -> !field.said().isEmpty()).count();
    }

    private Stream<CheckedField> fields() {
        return Stream.of(kindField, doneField, wordsField, document.field());
    }

    /** To the minute, as it is entered: an order that came in within it can be answered within it. */
    private Optional<Instant> at() {
        Instant received = line.order().received().toInstant();
        return done.moment()
                .map(OffsetDateTime::toInstant)
                .map(at -> at.isBefore(received) && at.plusSeconds(60).isAfter(received) ? received : at)
                .filter(at -> OrderRules.isDone(at, received, model.now()));
    }

    private void send(Runnable onDone, Consumer<String> onRefused) {
        sent = true;
        document.field().say("");
        long faults = mark();
        @Nullable StepKind what = kind.getValue();
        Optional<Instant> at = at();
        if (faults > 0 || what == null || at.isEmpty()) {
            onRefused.accept(texts.get("orders.form.faults", faults));
            fields().filter(field -> !field.said().isEmpty()).findFirst().ifPresent(CheckedField::focus);
            return;
        }
        model.answer(
                line.order().id(),
                what,
                at.get(),
                words.getText(),
                document.file(),
                onDone,
                failure -> refused(failure, onRefused));
    }

    private void refused(Exception failure, Consumer<String> onRefused) {
        String why = RefusedWords.of(texts, failure);
        if (RefusedWords.isOfDocument(failure)) {
            document.field().say(why);
        }
        onRefused.accept(why);
    }
}
