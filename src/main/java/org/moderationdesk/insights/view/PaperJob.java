package org.moderationdesk.insights.view;

import java.util.List;
import javafx.print.PrinterJob;
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

    PaperJob(Kit kit, Dialogs dialogs, StatusLine status, InsightsFiles files) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.status = status;
        this.files = files;
    }

    void print(Report report) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            dialogs.tell(texts.get("insights.print"), texts.get("insights.print.none"));
            return;
        }
        if (!job.showPrintDialog(null)) {
            return;
        }
        double width = job.getJobSettings().getPageLayout().getPrintableWidth();
        List<? extends Node> pages = new PaperPages(texts, width).of(report);
        // What leaves the desk is told first: a page that is out cannot be taken back.
        kit.background()
                .run(
                        () -> {
                            files.printed(pages.size());
                            return pages.size();
                        },
                        _ -> send(job, pages),
                        _ -> failed());
    }

    private void send(PrinterJob job, List<? extends Node> pages) {
        boolean sent = pages.stream().allMatch(job::printPage) && job.endJob();
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
