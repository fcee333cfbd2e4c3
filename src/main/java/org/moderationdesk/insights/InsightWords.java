package org.moderationdesk.insights;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.SectionCode;

/** Names of what figures are about. For one thread. */
public final class InsightWords {
    private final Texts texts;
    private final Book book;
    private final BookWords words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    public InsightWords(Texts texts, Book book) {
        this.texts = texts;
        this.book = book;
        this.words = book.words(texts.language());
        this.day = DateTimeFormatter.ofPattern("EEE d MMM", texts.locale());
        this.month = DateTimeFormatter.ofPattern("MMMM yyyy", texts.locale());
    }

    public Texts texts() {
        return texts;
    }

    /** "Tue 17 Nov" */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** "November 2026" */
    public String month(LocalDate date) {
        return month.format(date);
    }

    /** "47", the ISO week. */
    public String week(LocalDate monday) {
        return Integer.toString(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public String outcome(Outcome outcome) {
        return texts.get("decisions.outcome." + outcome);
    }

    /** "5.3 Dangerous acts"; the code alone where the book lacks it. */
    public String section(String code) {
        return SectionCode.parse(code)
                .flatMap(book::section)
                .map(section -> code + " " + words.title(section.code()))
                .orElse(code);
    }

    /** "5 Self-harm and dangerous acts" */
    public String chapter(int number) {
        return number + " " + words.chapter(number);
    }

    /** The same in few words, where there are any for it. */
    public String shortChapter(int number) {
        String key = "insights.chapter." + number;
        return texts.has(key) ? number + " " + texts.get(key) : chapter(number);
    }

    /** The name of a ground. */
    public String ground(String code) {
        String key = "decisions.panel.ground." + code;
        if (texts.has(key)) {
            return texts.get(key);
        }
        return code.equals("CARVE_OUT") ? texts.get("insights.ground.carve-out") : code;
    }

    /** "15–30 min", "8–24 h", "over 72 h" */
    public String ages(Duration from, Optional<Duration> to) {
        if (to.isEmpty()) {
            return texts.get("insights.age.over", from.toHours());
        }
        Duration end = to.get();
        if (from.isZero()) {
            return texts.get("insights.age.under", end.toMinutes());
        }
        return end.toHours() < 1 || from.toMinutes() < 60 && end.toMinutes() <= 60
                ? texts.get("insights.age.minutes", from.toMinutes(), end.toMinutes())
                : texts.get("insights.age.hours", from.toHours(), end.toHours());
    }

    /** The same with units only where they change: "<15 min", "15–30", "8–24 h", "1–3 d", ">3 d". */
    public String shortAges(Duration from, Optional<Duration> to) {
        if (to.isEmpty()) {
            return texts.get("insights.age.over.short", from.toDays());
        }
        Duration end = to.get();
        if (end.toHours() <= 1) {
            return from.isZero() ? ages(from, to) : "%d–%d".formatted(from.toMinutes(), end.toMinutes());
        }
        return from.toDays() > 0
                ? texts.get("insights.age.days.short", from.toDays(), end.toDays())
                : texts.get("insights.age.hours", from.toHours(), end.toHours());
    }

    public String period(Period period) {
        return texts.get("insights.period." + period);
    }
}
