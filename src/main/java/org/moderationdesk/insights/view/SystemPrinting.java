package org.moderationdesk.insights.view;

import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.Node;

/** The printers of the computer, chosen in the system's own dialog. */
public final class SystemPrinting implements Printing {
    @Override
    public Choice choose() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return new NoPrinter();
        }
        return job.showPrintDialog(null) ? new Pages(job) : new NotNow();
    }

    private record Pages(PrinterJob job) implements Paper {
        private PageLayout layout() {
            return job.getJobSettings().getPageLayout();
        }

        @Override
        public double width() {
            return layout().getPrintableWidth();
        }

        @Override
        public double height() {
            return layout().getPrintableHeight();
        }

        @Override
        public boolean page(Node page) {
            return job.printPage(page);
        }

        @Override
        public boolean end() {
            return job.endJob();
        }
    }
}
