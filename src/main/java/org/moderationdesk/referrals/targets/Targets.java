package org.moderationdesk.referrals.targets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All targets, as one version that an administrator made.
 *
 * @param version 0 for those that come with the desk
 */
public record Targets(int version, List<Target> all) {
    public Targets {
        all = List.copyOf(all);
    }

    public Optional<Target> find(String code) {
        return all.stream().filter(target -> target.code().equals(code)).findFirst();
    }

    /** Those that are turned to for a purpose, in their order. */
    public List<Target> serving(Purpose purpose) {
        return all.stream().filter(target -> target.serves(purpose)).toList();
    }

    /** The same with one more, or with one in the place of that of its code. */
    public Targets with(Target target) {
        boolean there = find(target.code()).isPresent();
        Stream<Target> changed = all.stream().map(one -> one.code().equals(target.code()) ? target : one);
        return new Targets(version, (there ? changed : Stream.concat(changed, Stream.of(target))).toList());
    }

    public Targets without(String code) {
        return new Targets(
                version, all.stream().filter(one -> !one.code().equals(code)).toList());
    }

    Targets as(int other) {
        return new Targets(other, all);
    }
}
