package org.moderationdesk.insights;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * Lays lines on A4 pages from top to bottom, in an embedded font; what it lacks is written as a question mark. For one
 * thread, not the JavaFX one.
 */
public final class PdfPages implements Closeable {
    private static final float MARGIN = 48;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 18;
    private static final float ROW = 15;
    private static final float TEXT = 8.5f;
    private static final float SMALL = 7.5f;
    private static final float SMALL_LINE = 11;
    private static final float BAR = 4;
    private static final float LEADING = 1.5f;
    private static final Color INK = new Color(0x1f, 0x23, 0x28);
    private static final Color MUTED = new Color(0x57, 0x60, 0x6a);
    private static final Color CHART = new Color(0x8c, 0xc4, 0xf5);
    private static final Color RULE = new Color(0xd0, 0xd7, 0xde);

    private final PDDocument document;
    private final Fonts fonts;
    private @Nullable PDPageContentStream page;
    private @Nullable Heads heads;
    private float y;
    private int pages;

    /** Of columns, as shares of the width. */
    private record Heads(List<String> words, List<Double> widths) {}

    /** The two weights that are used. */
    public record Fonts(PDFont regular, PDFont strong) {
        private static final String FOLDER = "/fonts/print/";

        /** Those that come with the desk, embedded in this document. */
        public static Fonts in(PDDocument document) throws IOException {
            return new Fonts(load(document, "Inter-Regular"), load(document, "Inter-SemiBold"));
        }

        private static PDFont load(PDDocument document, String name) throws IOException {
            try (InputStream file = PdfPages.class.getResourceAsStream(FOLDER + name + ".ttf")) {
                if (file == null) {
                    throw new IOException("no font " + name);
                }
                return PDType0Font.load(document, file, true);
            }
        }
    }

    public PdfPages(PDDocument document, Fonts fonts) throws IOException {
        this.document = document;
        this.fonts = fonts;
    }

    /** The name of what is printed. */
    public void title(String words) throws IOException {
        write(words, fonts.strong(), 18, MARGIN, down(22), INK, WIDTH);
    }

    /** A line under the title. */
    public void line(String words) throws IOException {
        write(words, fonts.regular(), TEXT + 1, MARGIN, down(ROW), MUTED, WIDTH);
    }

    /** What the next lines are about. */
    public void heading(String words) throws IOException {
        heads = null;
        down(ROW);
        write(words, fonts.strong(), 11, MARGIN, down(ROW), INK, WIDTH);
    }

    /** Small words, over as many lines as they need. */
    public void note(String words) throws IOException {
        for (String line : lines(words, fonts.regular(), SMALL, WIDTH)) {
            write(line, fonts.regular(), SMALL, MARGIN, down(SMALL_LINE), MUTED, WIDTH);
        }
    }

    /** Broken between words, where they are too wide. */
    private static List<String> lines(String words, PDFont font, float size, float room) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : known(words, font).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font, size) > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** Words as they are, over as many lines as they need: a long one is broken, and nothing of them is left out. */
    public void paragraph(String words) throws IOException {
        for (String given : words.split("\\R", -1)) {
            String rest = known(given, fonts.regular());
            do {
                int end = lineEnd(rest);
                write(rest.substring(0, end), fonts.regular(), TEXT + 1, MARGIN, down(ROW), INK, WIDTH);
                rest = rest.substring(end).stripLeading();
            } while (!rest.isEmpty());
        }
    }

    /** How much fits on a line: up to a space where there is one, and at least one letter. */
    private int lineEnd(String words) throws IOException {
        int end = 0;
        int space = -1;
        float room = WIDTH - 4;
        while (end < words.length()) {
            int next = words.offsetByCodePoints(end, 1);
            room -= width(words.substring(end, next), fonts.regular(), TEXT + 1);
            if (room < 0 && end > 0) {
                return space > 0 ? space : end;
            }
            if (words.charAt(end) == ' ') {
                space = end;
            }
            end = next;
        }
        return end;
    }

    /**
     * The heads of columns, over a rule and over as many lines as they need; see {@link #row}. They stand again on each
     * page that the rows beneath go on to.
     */
    public void headings(List<String> words, List<Double> widths) throws IOException {
        heads = new Heads(List.copyOf(words), List.copyOf(widths));
        List<List<String>> columns = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            columns.add(lines(words.get(i), fonts.strong(), SMALL, (float) (WIDTH * widths.get(i)) - 4));
        }
        int most = columns.stream().mapToInt(List::size).max().orElse(1);
        float at = down(ROW + (most - 1) * SMALL_LINE);
        for (int line = 0; line < most; line++) {
            int above = most - 1 - line;
            List<String> cells = columns.stream()
                    .map(column -> column.size() > above ? column.get(column.size() - 1 - above) : "")
                    .toList();
            cells(cells, widths, fonts.strong(), at + above * SMALL_LINE, SMALL);
        }
        PDPageContentStream open = open();
        open.setStrokingColor(RULE);
        open.setLineWidth(0.5f);
        open.moveTo(MARGIN, at - 4);
        open.lineTo(MARGIN + WIDTH, at - 4);
        open.stroke();
    }

    /**
     * One row: the first cell from the left, the others to the right.
     *
     * @param bar how long a bar under the first cell is, from 0 for none to 1
     */
    public void row(List<String> words, List<Double> widths, double bar) throws IOException {
        if (heads != null && page != null && y - ROW < BOTTOM) {
            turn();
            headings(heads.words(), heads.widths());
        }
        float at = down(ROW);
        if (bar > 0) {
            PDPageContentStream open = open();
            open.setNonStrokingColor(CHART);
            open.addRect(MARGIN, at - 5, (float) (WIDTH * widths.getFirst() * Math.min(1, bar)), BAR / 2);
            open.fill();
        }
        cells(words, widths, fonts.regular(), at, TEXT);
    }

    /** One row of words, each from the left of its column. */
    public void words(List<String> words, List<Double> widths, boolean strong) throws IOException {
        float at = down(ROW);
        float x = MARGIN;
        for (int i = 0; i < words.size(); i++) {
            float room = (float) (WIDTH * widths.get(i));
            write(words.get(i), strong ? fonts.strong() : fonts.regular(), TEXT, x, at, INK, room - 4);
            x += room;
        }
    }

    /** A line in the middle of the page, smaller where it would not fit. */
    public void centred(String words, boolean strong, float size) throws IOException {
        PDFont font = strong ? fonts.strong() : fonts.regular();
        String known = known(words, font);
        float fitting =
                Math.max(TEXT, Math.min(size, size * (WIDTH - 2 * MARGIN) / Math.max(1, width(known, font, size))));
        String shown = fit(known, font, fitting, WIDTH - 2 * MARGIN);
        float x = MARGIN + (WIDTH - width(shown, font, fitting)) / 2;
        float at = down(size * LEADING);
        write(open(), shown, font, fitting, x, at, strong ? INK : MUTED);
    }

    /** Leaves room. */
    public void gap(float points) throws IOException {
        float _ = down(points);
    }

    /** A frame around all that a page can hold. */
    public void frame() throws IOException {
        float _ = down(0);
        PDPageContentStream open = open();
        open.setStrokingColor(CHART);
        open.setLineWidth(2);
        open.addRect(MARGIN, MARGIN + ROW, WIDTH, TOP - MARGIN - ROW);
        open.stroke();
    }

    /** Begins a new page where fewer rows fit on this one. */
    public void keepTogether(int rows) throws IOException {
        if (page != null && y - rows * ROW - 2 * ROW < BOTTOM) {
            turn();
        }
    }

    /** No more comes; answers with how many pages there are. */
    public int end() throws IOException {
        close();
        return pages;
    }

    private void cells(List<String> words, List<Double> widths, PDFont font, float at, float size) throws IOException {
        float x = MARGIN;
        for (int i = 0; i < words.size(); i++) {
            float room = (float) (WIDTH * widths.get(i));
            String fitting = fit(words.get(i), font, size, room - 4);
            float start = i == 0 ? x : x + room - width(fitting, font, size);
            write(fitting, font, size, start, at, INK, room);
            x += room;
        }
    }

    private float down(float by) throws IOException {
        if (page == null || y - by < BOTTOM) {
            turn();
        }
        y -= by;
        return y;
    }

    private void turn() throws IOException {
        close();
        var fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        page = new PDPageContentStream(document, fresh);
        y = TOP;
        pages++;
    }

    private PDPageContentStream open() throws IOException {
        PDPageContentStream now = page;
        if (now == null) {
            throw new IOException("no page");
        }
        return now;
    }

    private void write(String words, PDFont font, float size, float x, float at, Color colour, float room)
            throws IOException {
        write(open(), fit(words, font, size, room), font, size, x, at, colour);
    }

    private static void write(
            PDPageContentStream to, String words, PDFont font, float size, float x, float at, Color colour)
            throws IOException {
        to.beginText();
        to.setFont(font, size);
        to.setNonStrokingColor(colour);
        to.newLineAtOffset(x, at);
        to.showText(words);
        to.endText();
    }

    /** Page numbers, once it is known how many there are. */
    public static void foot(PDDocument document, Fonts fonts, String words, IntFunction<String> number)
            throws IOException {
        int at = 1;
        for (PDPage page : document.getPages()) {
            try (var foot = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                String which = number.apply(at++);
                String fitting = fit(words, fonts.regular(), SMALL, WIDTH * 0.8f);
                write(foot, fitting, fonts.regular(), SMALL, MARGIN, MARGIN, MUTED);
                float start = MARGIN + WIDTH - width(which, fonts.regular(), SMALL);
                write(foot, which, fonts.regular(), SMALL, start, MARGIN, MUTED);
            }
        }
    }

    /** As much of the words as fits, in letters that the font has. */
    private static String fit(String words, PDFont font, float size, float room) throws IOException {
        String known = known(words, font);
        if (width(known, font, size) <= room) {
            return known;
        }
        int end = known.length();
        while (end > 0 && width(known.substring(0, end) + "…", font, size) > room) {
            end = known.offsetByCodePoints(end, -1);
        }
        return known.substring(0, end) + "…";
    }

    private static String known(String words, PDFont font) throws IOException {
        var known = new StringBuilder();
        for (int at = 0; at < words.length(); at = words.offsetByCodePoints(at, 1)) {
            String letter = Character.toString(words.codePointAt(at));
            known.append(isKnown(letter, font) ? letter : "?");
        }
        return known.toString();
    }

    private static boolean isKnown(String letter, PDFont font) throws IOException {
        try {
            return font.encode(letter).length > 0;
        } catch (IllegalArgumentException unknown) {
            // The font has no glyph, which it says in no other way.
            return false;
        }
    }

    private static float width(String words, PDFont font, float size) throws IOException {
        return font.getStringWidth(words) / 1000 * size;
    }

    @Override
    public void close() throws IOException {
        PDPageContentStream now = page;
        page = null;
        if (now != null) {
            now.close();
        }
    }
}
