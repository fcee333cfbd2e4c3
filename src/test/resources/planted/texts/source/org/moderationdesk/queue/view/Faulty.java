package org.moderationdesk.queue.view;

final class Faulty {
    Node build(Texts texts, int count) {
        var title = new Label(texts.get("queue.no-such-key"));
        title.setText("Literal on screen");
        var button = new Button(count + " waiting cases");
        button.setAccessibleText(
                "Spoken literal");
        title.setText(texts.get("queue.no-such-prefix." + count));
        return title;
    }
}
