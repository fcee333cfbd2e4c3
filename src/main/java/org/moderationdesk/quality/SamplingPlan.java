package org.moderationdesk.quality;

import java.util.List;

/**
 * By what decisions are drawn for a second review. Shares are percentages from 0 to 100.
 *
 * @param version 0 while nobody has made a plan: nothing is drawn
 * @param random share of all decisions
 * @param chapterEight whether all of chapter 8 is drawn
 * @param sections what is drawn of single sections; at most one of each
 * @param dueDays within how many days a second review is due, 1 to 90
 */
public record SamplingPlan(
        int version,
        double random,
        boolean chapterEight,
        List<SectionShare> sections,
        NewReviewers newReviewers,
        Risk risk,
        int dueDays) {
    public SamplingPlan {
        sections = List.copyOf(sections);
        percent(random);
        if (dueDays < 1 || dueDays > 90) {
            throw new SamplingRefused(SamplingRefused.Why.DUE_DAYS, Integer.toString(dueDays));
        }
        if (sections.stream().map(SectionShare::section).distinct().count() != sections.size()) {
            throw new SamplingRefused(SamplingRefused.Why.SECTION_TWICE, "");
        }
    }

    /**
     * What is drawn of one section: a share of it, or a number a week, which is drawn when the week is over.
     *
     * @param perWeek 0 where it is a share
     */
    public record SectionShare(String section, double share, int perWeek) {
        public SectionShare {
            percent(share);
            if (perWeek < 0 || perWeek > 10_000 || perWeek > 0 && share > 0) {
                throw new SamplingRefused(SamplingRefused.Why.PER_WEEK, section);
            }
        }
    }

    /**
     * Those who are new are looked at more.
     *
     * @param decisions the first so many decisions of a person; 0 for none
     * @param days the decisions of a person's first so many days; 0 for none
     */
    public record NewReviewers(int decisions, int days, double share) {
        public NewReviewers {
            percent(share);
            if (decisions < 0 || decisions > 10_000 || days < 0 || days > 365) {
                throw new SamplingRefused(SamplingRefused.Why.NEW_REVIEWERS, "");
            }
        }
    }

    /**
     * What could do more harm is looked at more.
     *
     * @param views from how many views on an item counts as widely seen
     * @param reach share of what is widely seen
     * @param lowConfidence share of what was decided with low confidence
     */
    public record Risk(long views, double reach, double lowConfidence) {
        public Risk {
            percent(reach);
            percent(lowConfidence);
            if (views < 0) {
                throw new SamplingRefused(SamplingRefused.Why.VIEWS, Long.toString(views));
            }
        }
    }

    /** No plan: nothing is drawn. */
    public static SamplingPlan none() {
        return new SamplingPlan(0, 0, false, List.of(), new NewReviewers(0, 0, 0), new Risk(0, 0, 0), 5);
    }

    /** The same under another version. */
    public SamplingPlan as(int other) {
        return new SamplingPlan(other, random, chapterEight, sections, newReviewers, risk, dueDays);
    }

    SamplingPlan dueIn(int days) {
        return new SamplingPlan(version, random, chapterEight, sections, newReviewers, risk, days);
    }

    private static void percent(double share) {
        if (!(share >= 0 && share <= 100)) {
            throw new SamplingRefused(SamplingRefused.Why.SHARE, Double.toString(share));
        }
    }
}
