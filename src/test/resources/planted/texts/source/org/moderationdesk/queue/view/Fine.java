package org.moderationdesk.queue.view;

final class Fine {
    Node build(Texts texts, int count) {
        var title = new Label(texts.get("queue.title"));
        title.setId("queue-title");
        title.getStyleClass().add("queue title");
        var dash = new Label("–");
        dash.setText("%d / %d".formatted(count, count));
        dash.setText(texts.get("sound.state." + count));
        dash.setAccessibleText("Ctrl K");
        getStylesheets().add("queue.css");
        return title;
    }
}
