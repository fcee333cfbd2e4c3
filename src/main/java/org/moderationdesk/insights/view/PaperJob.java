package org.moderationdesk.insights.view;

import java.util.List;
import javafx.scene.Node;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.insights.InsightsFiles;
import org.moderationdesk.insights.Report;

/** Sends a report to a printer, which the person chooses in the system's own dialog. JavaFX thread only. */
final class PaperJob {
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final StatusLine status;
    private final InsightsFiles files;
    private final Printing printing;

    PaperJob(Kit kit, Dialogs dialogs, StatusLine status, TakeAway.Makers makers) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.status = status;
        this.files = makers.files();
        this.printing = makers.printing();
    }

    void print(Report report) {
        switch (printing.choose()) {
            case Printing.NoPrinter() -> dialogs.tell(texts.get("insights.print"), texts.get("insights.print.none"));
            case Printing.NotNow() -> {}
            case Printing.Paper paper -> print(report, paper);
        }
    }

    private void print(Report report, Printing.Paper paper) {
        List<? extends Node> pages = new PaperPages(texts, paper.width(), paper.height()).of(report);
        // What leaves the desk is told first: a page that is out cannot be taken back.
        kit.background()
                .run(
                        () -> {
                            files.printed(pages.size());
                            return pages.size();
                        },
                        _ -> send(paper, pages),
                        _ -> failed());
    }

    private void send(Printing.Paper paper, List<? extends Node> pages) {
        boolean sent = pages.stream().allMatch(paper::page) && paper.end();
        if (sent) {
            status.say(texts.get("insights.print.done"));
        } else {
            failed();
        }
    }

    private void failed() {
        dialogs.tell(texts.get("insights.print"), texts.get("insights.print.failed"));
    }
}
