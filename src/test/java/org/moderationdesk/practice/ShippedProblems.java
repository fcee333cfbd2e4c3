package org.moderationdesk.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;

/** What is wrong with sets that come with the desk; each finding says where. */
final class ShippedProblems {
    private static final int LEAST_SETS = 6;
    private static final int LEAST_ITEMS = 120;
    private static final int LEAST_KINDS = 4;
    private static final Set<ItemKind> WITH_MEDIA =
            EnumSet.of(ItemKind.VIDEO, ItemKind.AUDIO, ItemKind.LIVESTREAM, ItemKind.IMAGE);

    private final Rules rules;

    ShippedProblems(Rules rules) {
        this.rules = rules;
    }

    /** Of all sets in one language. */
    List<String> of(List<ShippedSet> sets) {
        List<String> problems = new ArrayList<>();
        if (sets.size() < LEAST_SETS) {
            problems.add("only " + sets.size() + " sets");
        }
        int items = sets.stream().mapToInt(set -> set.items().size()).sum();
        if (items < LEAST_ITEMS) {
            problems.add("only " + items + " items");
        }
        Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
        for (ShippedSet set : sets) {
            kinds.addAll(kinds(set));
            of(set, problems);
        }
        if (kinds.size() < ItemKind.values().length) {
            problems.add("not every kind: " + kinds);
        }
        return problems;
    }

    /** Of the same sets in two languages: alike but for the words. */
    List<String> unlike(List<ShippedSet> some, List<ShippedSet> others) {
        List<String> problems = new ArrayList<>();
        for (int set = 0; set < some.size(); set++) {
            ShippedSet one = some.get(set);
            ShippedSet other = others.get(set);
            if (!one.items().stream()
                    .map(ShippedProblems::shape)
                    .toList()
                    .equals(other.items().stream().map(ShippedProblems::shape).toList())) {
                problems.add(one.name() + ": items differ between languages");
            }
            for (int key = 0; key < Math.min(one.keys().size(), other.keys().size()); key++) {
                if (!shape(one.keys().get(key)).equals(shape(other.keys().get(key)))) {
                    problems.add(one.keys().get(key).itemId() + ": keys differ between languages");
                }
            }
            for (int item = 0; item < Math.min(one.items().size(), other.items().size()); item++) {
                if (words(one.items().get(item)).equals(words(other.items().get(item)))) {
                    problems.add(one.items().get(item).content().item().id() + ": the same words in both languages");
                }
            }
        }
        return problems;
    }

    private void of(ShippedSet set, List<String> problems) {
        Set<String> ids = new HashSet<>();
        Map<String, KeyJson.Line> keys = new HashMap<>();
        set.keys().forEach(key -> keys.put(key.itemId(), key));
        if (kinds(set).size() < LEAST_KINDS) {
            problems.add(set.name() + ": only of kinds " + kinds(set));
        }
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        set.keys().forEach(key -> outcomes.add(key.key().first().outcome()));
        if (outcomes.size() < LEAST_KINDS - 1) {
            problems.add(set.name() + ": only outcomes " + outcomes);
        }
        said(set.terms().title(), set.name() + " title", problems);
        said(set.terms().about(), set.name() + " about", problems);
        for (Changes.Put put : set.items()) {
            String id = put.content().item().id();
            if (!ids.add(id)) {
                problems.add(id + ": twice");
            }
            media(set, put.content(), problems);
            KeyJson.Line key = keys.remove(id);
            if (key == null) {
                problems.add(id + ": no key");
            } else {
                key(put.content(), key, problems);
            }
        }
        keys.keySet().forEach(id -> problems.add(id + ": a key of no item"));
    }

    private void key(FlaggedItem content, KeyJson.Line line, List<String> problems) {
        String id = line.itemId();
        AnswerKey key = line.key();
        said(line.title(), id + " title", problems);
        said(key.why(), id + " why", problems);
        said(key.lookFor(), id + " what to look for", problems);
        if (key.clause() == null || rules.inForce().clause(key.clause()).isEmpty()) {
            problems.add(id + ": not about a clause of the book");
        }
        if (!key.counts().contains(Field.OUTCOME)) {
            problems.add(id + ": the outcome does not count");
        }
        if (key.counts().contains(Field.EVIDENCE) && key.first().evidence().isEmpty()) {
            problems.add(id + ": evidence counts, and the key has none");
        }
        if (new HashSet<>(key.accepted()).size() < key.accepted().size()) {
            problems.add(id + ": the same answer is accepted twice");
        }
        for (Proposal accepted : key.accepted()) {
            if (!accepted.item().equals(id)) {
                problems.add(id + ": an answer to " + accepted.item());
            }
            Judgement judged = rules.judge(
                    accepted,
                    PracticeFacts.of(
                            content,
                            1,
                            "2020-12",
                            rules.inForce(),
                            PracticeDesk.FLEUR,
                            Instant.parse("2026-06-01T00:00:00Z")));
            for (Refusal refusal : judged.refusals()) {
                problems.add(id + ": " + refusal.rule() + " " + refusal);
            }
        }
    }

    private static void media(ShippedSet set, FlaggedItem content, List<String> problems) {
        String id = content.item().id();
        boolean wanted = WITH_MEDIA.contains(content.item().kind());
        if (wanted == content.item().media().isEmpty()) {
            problems.add(id + ": media do not go with its kind");
        }
        for (MediaFile file : content.item().media()) {
            if (set.drawings().stream().noneMatch(drawing -> drawing.path().equals(file.path()))) {
                problems.add(id + ": nothing is drawn for " + file.path());
            }
        }
    }

    private static void said(Told told, String what, List<String> problems) {
        for (Language language : Language.values()) {
            if (!told.words().containsKey(language)) {
                problems.add(what + ": not in " + language);
            }
        }
    }

    private static Set<ItemKind> kinds(ShippedSet set) {
        Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
        set.items().forEach(put -> kinds.add(put.content().item().kind()));
        return kinds;
    }

    private static List<Object> shape(Changes.Put put) {
        FlaggedItem content = put.content();
        return List.of(
                content.item().id(),
                content.item().kind(),
                content.item().media(),
                content.item().transcript().size(),
                content.item().onScreenText().size(),
                content.item().thread().size(),
                content.reports().getFirst().sections());
    }

    private static List<Object> shape(KeyJson.Line line) {
        return List.of(
                line.itemId(),
                line.key().counts(),
                line.key().difficulty(),
                String.valueOf(line.key().clause()),
                line.key().accepted().stream().map(ShippedProblems::shape).toList());
    }

    private static List<Object> shape(Proposal proposal) {
        return List.of(
                proposal.answers(),
                String.valueOf(proposal.outcome()),
                String.valueOf(
                        proposal.exception() == null
                                ? null
                                : proposal.exception().ground()),
                proposal.account(),
                proposal.referrals().stream().map(one -> one.to()).toList(),
                proposal.evidence().size());
    }

    private static List<String> words(Changes.Put put) {
        return List.of(
                String.valueOf(put.content().item().text()),
                put.content().reports().getFirst().reason()
                        + put.content().item().transcript());
    }
}
