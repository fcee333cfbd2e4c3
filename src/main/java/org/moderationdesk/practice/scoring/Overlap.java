package org.moderationdesk.practice.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.items.Item;

/**
 * How far what is marked in an item lies over what the key marks: what both mark, divided by what either marks, in each
 * medium or text, and the mean of those. Marks of one side are taken together, whichever clause they are for: that is told
 * by the clauses. Nobody draws a line exactly where another does, so from one half on it is wholly right.
 */
final class Overlap {
    private static final double ENOUGH = 0.5;
    /** Of one side in one place: more are not looked at. */
    private static final int MOST = 16;
    /** Where a medium's length is not known, its end lies beyond every mark. */
    private static final double LONG = 1e12;

    private Overlap() {}

    /** From 0 to 1, by the half that is enough. */
    static double credit(List<EvidenceMark> answer, List<EvidenceMark> accepted, Item item) {
        return Math.min(1, share(answer, accepted, item) / ENOUGH);
    }

    /** What both mark, of what either marks; 1 where neither marks anything. */
    static double share(List<EvidenceMark> answer, List<EvidenceMark> accepted, Item item) {
        Map<String, List<Block>> some = byPlace(answer, item);
        Map<String, List<Block>> others = byPlace(accepted, item);
        Set<String> places = new HashSet<>(some.keySet());
        places.addAll(others.keySet());
        return places.stream()
                .mapToDouble(place -> share(some.getOrDefault(place, List.of()), others.getOrDefault(place, List.of())))
                .average()
                .orElse(1);
    }

    private static double share(List<Block> some, List<Block> others) {
        double[] times = cuts(some, others, Block::from, Block::to);
        double[] across = cuts(some, others, Block::left, Block::right);
        double[] down = cuts(some, others, Block::top, Block::bottom);
        double both = 0;
        double either = 0;
        for (int t = 1; t < times.length; t++) {
            for (int x = 1; x < across.length; x++) {
                for (int y = 1; y < down.length; y++) {
                    double time = (times[t] + times[t - 1]) / 2;
                    double column = (across[x] + across[x - 1]) / 2;
                    double row = (down[y] + down[y - 1]) / 2;
                    boolean here = some.stream().anyMatch(block -> block.holds(time, column, row));
                    boolean there = others.stream().anyMatch(block -> block.holds(time, column, row));
                    double size = (times[t] - times[t - 1]) * (across[x] - across[x - 1]) * (down[y] - down[y - 1]);
                    both += here && there ? size : 0;
                    either += here || there ? size : 0;
                }
            }
        }
        return either == 0 ? 0 : both / either;
    }

    private static double[] cuts(List<Block> some, List<Block> others, Edge one, Edge other) {
        return DoubleStream.concat(edges(some, one, other), edges(others, one, other))
                .sorted()
                .distinct()
                .toArray();
    }

    private static DoubleStream edges(List<Block> blocks, Edge one, Edge other) {
        return blocks.stream().flatMapToDouble(block -> DoubleStream.of(one.of(block), other.of(block)));
    }

    private static Map<String, List<Block>> byPlace(List<EvidenceMark> marks, Item item) {
        Map<String, List<Block>> places = new LinkedHashMap<>();
        for (EvidenceMark mark : marks) {
            List<Block> here = places.computeIfAbsent(place(mark), _ -> new ArrayList<>());
            if (here.size() < MOST) {
                here.add(block(mark, item));
            }
        }
        return places;
    }

    private static String place(EvidenceMark mark) {
        return switch (mark) {
            case EvidenceMark.InMedia media -> "MEDIA " + media.media();
            case EvidenceMark.InText text -> text.in() + " " + text.index();
        };
    }

    private static Block block(EvidenceMark mark, Item item) {
        return switch (mark) {
            case EvidenceMark.InText text -> new Block(text.from(), text.to(), 0, 1, 0, 1);
            case EvidenceMark.InMedia media -> {
                EvidenceMark.Box box = media.box() == null ? new EvidenceMark.Box(0, 0, 1, 1) : media.box();
                double from = media.fromMs() == null ? 0 : media.fromMs();
                double to = media.toMs() == null ? end(media.media(), item) : media.toMs();
                yield new Block(from, to, box.x(), box.x() + box.w(), box.y(), box.y() + box.h());
            }
        };
    }

    private static double end(int medium, Item item) {
        Long length = medium < 0 || medium >= item.media().size()
                ? null
                : item.media().get(medium).durationMs();
        return length == null ? LONG : length;
    }

    /** A span of time over a part of the frame; of text, a span of it alone. */
    private record Block(double from, double to, double left, double right, double top, double bottom) {
        boolean holds(double time, double column, double row) {
            return time > from && time < to && column > left && column < right && row > top && row < bottom;
        }
    }

    @FunctionalInterface
    private interface Edge {
        double of(Block block);
    }
}
