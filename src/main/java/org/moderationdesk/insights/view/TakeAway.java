package org.moderationdesk.insights.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.WorkPanel;
import org.moderationdesk.insights.Insights;
import org.moderationdesk.insights.InsightsFiles;
import org.moderationdesk.insights.Reports;
import org.moderationdesk.insights.Sheet;
import org.moderationdesk.insights.Sheets;
import org.moderationdesk.staff.Person;

/** The ways of figures to paper and files: asks what and where, shows progress, and can be stopped. JavaFX thread only. */
public final class TakeAway {
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final StatusLine status;
    private final Makers makers;

    /** What figures are laid out and written with. */
    public record Makers(Sheets sheets, Reports reports, InsightsFiles files, Printing printing, Person person) {}

    public TakeAway(Kit kit, Dialogs dialogs, FileChoice files, StatusLine status, Makers makers) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.status = status;
        this.makers = makers;
    }

    /**
     * Asks for everything as PDF or one chart as CSV, and then where to.
     *
     * @param disputed the cases of a clause, where they are shown
     */
    void export(@Nullable Insights insights, @Nullable Sheet disputed) {
        if (insights == null) {
            return;
        }
        var pdf = new RadioButton(texts.get("insights.export.pdf"));
        pdf.setId("insights-export-pdf");
        var csv = new RadioButton(texts.get("insights.export.csv"));
        csv.setId("insights-export-csv");
        var group = new ToggleGroup();
        group.getToggles().setAll(pdf, csv);
        pdf.setSelected(true);
        ComboBox<Sheet> charts = charts(sheets(insights, disputed));
        charts.disableProperty().bind(csv.selectedProperty().not());
        var form = new VBox(
                DoorPanel.words(texts.get("insights.export.sentence"), "dialog-sentence", "size-12"), pdf, csv, charts);
        form.getStyleClass().add("gap-8");
        dialogs.form(texts.get("insights.export.title"), form, texts.get("insights.export.act"), () -> {
            // The form closes first: another one takes its place.
            Platform.runLater(() -> {
                if (pdf.isSelected()) {
                    exportPdf(insights);
                } else {
                    exportCsv(charts.getValue());
                }
            });
            return Optional.empty();
        });
    }

    private List<Sheet> sheets(Insights insights, @Nullable Sheet disputed) {
        List<Sheet> all = new ArrayList<>(makers.sheets().files(insights));
        if (disputed != null) {
            all.add(disputed);
        }
        return all;
    }

    private ComboBox<Sheet> charts(List<Sheet> sheets) {
        var box = new ComboBox<Sheet>();
        box.setId("insights-export-chart");
        box.setAccessibleText(texts.get("insights.export.chart"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Sheet sheet) {
                return sheet == null ? "" : sheet.title();
            }

            @Override
            public @Nullable Sheet fromString(String words) {
                return null;
            }
        });
        box.getItems().setAll(sheets);
        box.setValue(sheets.getFirst());
        return box;
    }

    private void exportPdf(Insights insights) {
        var report = makers.reports()
                .of(insights, makers.person().name(), kit.clock().instant());
        files.save(texts.get("insights.export.pdf"), "insights-all.pdf")
                .ifPresent(file -> write(file, progress -> makers.files().pdf(report, file, progress)));
    }

    /** Asks where to, and writes one sheet. */
    void exportCsv(Sheet sheet) {
        files.save(sheet.title(), "insights-" + sheet.id() + ".csv")
                .ifPresent(file -> write(file, progress -> makers.files().csv(sheet, file, progress)));
    }

    /** Writes one file, and tells how far it is. */
    private interface Writing {
        long with(Progress progress) throws Exception;
    }

    private void write(Path file, Writing writing) {
        var stop = new AtomicBoolean();
        String title = texts.get("insights.export.running", String.valueOf(file.getFileName()));
        var panel = new WorkPanel(title, texts.get("insights.export.stop"), () -> stop.set(true));
        var news = new News<Double>(part -> panel.show(part, ""));
        dialogs.show(texts.get("insights.export.title"), panel);
        Callable<Long> work = () -> writing.with(new Told(news, stop));
        kit.background()
                .run(
                        work,
                        _ -> {
                            closeIf(panel);
                            status.say(texts.get("insights.export.done", String.valueOf(file.getFileName())));
                        },
                        failure -> {
                            closeIf(panel);
                            if (failure instanceof CancellationException) {
                                status.say(texts.get("insights.export.stopped"));
                            } else {
                                dialogs.tell(texts.get("insights.export.title"), texts.get("insights.export.failed"));
                            }
                        });
    }

    private void closeIf(WorkPanel panel) {
        if (panel.getScene() != null) {
            dialogs.close();
        }
    }

    private record Told(News<Double> news, AtomicBoolean stop) implements Progress {
        @Override
        public void at(long done, long total) {
            news.tell(total == 0 ? -1.0 : (double) done / total);
        }

        @Override
        public boolean isCancelled() {
            return stop.get();
        }
    }

    /** Prints what the PDF holds, page by page, on the printer that the person chooses. */
    void print(@Nullable Insights insights) {
        if (insights != null) {
            var report = makers.reports()
                    .of(insights, makers.person().name(), kit.clock().instant());
            new PaperJob(kit, dialogs, status, makers).print(report);
        }
    }
}
