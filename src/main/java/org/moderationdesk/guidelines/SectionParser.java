package org.moderationdesk.guidelines;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one section of book.json. */
final class SectionParser {
    private final Place place;
    private final SectionCode code;

    private SectionParser(Place place, SectionCode code) {
        this.place = place;
        this.code = code;
    }

    /** Empty where the section cannot be made; then a fault was noted. */
    static Optional<Section> section(Place place, int chapter) {
        place.only(
                "code",
                "id",
                "severity",
                "prose",
                "clauses",
                "carveOuts",
                "referrals",
                "exceptions",
                "intentNoDefence",
                "refusedWithPicture",
                "responses",
                "notes",
                "headingLine",
                "proseLines",
                "referralLine",
                "intentLine");
        Optional<SectionCode> code = place.at("code").code("section code", SectionCode::parse);
        code.filter(found -> found.chapter() != chapter)
                .ifPresent(found -> place.at("code").fault(found + " is not of chapter " + chapter));
        return code.flatMap(found -> new SectionParser(place, found).section());
    }

    private Optional<Section> section() {
        Optional<String> id = place.at("id").text();
        Optional<Severity> severity = place.at("severity").word(Severity.class);
        List<Clause> clauses = clauses(place.at("clauses"));
        if (clauses.isEmpty()) {
            place.at("clauses").fault("no clauses");
        }
        Set<ClauseCode> citable = clauses.stream()
                .flatMap(Clause::rules)
                .map(Clause::code)
                .collect(Collectors.toCollection(HashSet::new));
        var content =
                new SectionRules(clauses, carveOuts(citable), place.at("prose").flag());
        var handling = new SectionHandling(
                place.at("referrals").words(ReferralTarget.class),
                exceptions(citable),
                place.at("responses").words(AccountResponse.class),
                place.at("notes").words(BookNote.class));
        SourceLines source = SourceParser.source(place);
        if (source.referral() != null && handling.referrals().isEmpty()) {
            place.at("referralLine").fault("a line on referrals, but no referral");
        }
        return id.isPresent() && severity.isPresent()
                ? Optional.of(new Section(code, id.get(), severity.get(), content, handling, source))
                : Optional.empty();
    }

    private List<Clause> clauses(Place list) {
        List<Clause> clauses = new ArrayList<>();
        for (Place item : list.items()) {
            clause(item).ifPresent(clause -> {
                if (clause.code().isPart()) {
                    item.at("code").fault(clause.code() + " is a part and stands outside its clause");
                }
                inOrder(item, clauses, clause);
                clauses.add(clause);
            });
        }
        return clauses;
    }

    private Optional<Clause> clause(Place item) {
        item.only("code", "line", "parts");
        Optional<ClauseCode> found = item.at("code").code("clause code", ClauseCode::parse);
        Optional<Integer> line = SourceParser.line(item.at("line"));
        if (found.isEmpty() || line.isEmpty()) {
            return Optional.empty();
        }
        if (!found.get().section().equals(code)) {
            item.at("code").fault(found.get() + " is not of section " + code);
        }
        return Optional.of(new Clause(found.get(), line.get(), parts(item.at("parts"), found.get())));
    }

    private List<Clause> parts(Place list, ClauseCode whole) {
        List<Clause> parts = new ArrayList<>();
        for (Place item : list.items()) {
            clause(item).ifPresent(part -> {
                if (!part.code().isPart() || !part.code().whole().equals(whole)) {
                    item.at("code").fault(part.code() + " is not a part of " + whole);
                }
                if (!part.parts().isEmpty()) {
                    item.at("parts").fault("a part has no parts");
                }
                inOrder(item, parts, part);
                parts.add(part);
            });
        }
        return parts;
    }

    private static void inOrder(Place item, List<Clause> above, Clause clause) {
        if (!above.isEmpty()) {
            SourceParser.follows(item.at("code"), above.getLast().code(), clause.code());
            SourceParser.goesForward(item.at("line"), above.getLast().line(), clause.line());
        }
    }

    private List<CarveOut> carveOuts(Set<ClauseCode> citable) {
        List<CarveOut> carveOuts = new ArrayList<>();
        for (Place item : place.at("carveOuts").items()) {
            item.only("code", "covers", "partOfClause");
            Place covers = item.at("covers");
            List<ClauseCode> covered = clausesOfSection(covers, citable);
            if (covered.isEmpty()) {
                covers.fault("covers no clause");
            }
            item.at("code").code("carve-out code", CarveOutCode::parse).ifPresent(found -> {
                if (!found.section().equals(code)) {
                    item.at("code").fault(found + " is not of section " + code);
                }
                SourceParser.follows(
                        item.at("code"),
                        carveOuts.isEmpty() ? null : carveOuts.getLast().code(),
                        found);
                carveOuts.add(new CarveOut(
                        found, new HashSet<>(covered), item.at("partOfClause").flag()));
            });
        }
        return carveOuts;
    }

    private ExceptionTerms exceptions(Set<ClauseCode> citable) {
        Place exceptions = place.at("exceptions");
        ExceptionRule rule = exceptions.present()
                ? exceptions.word(ExceptionRule.class).orElse(ExceptionRule.REFUSED)
                : ExceptionRule.ALLOWED;
        return new ExceptionTerms(
                rule,
                place.at("intentNoDefence").flag(),
                new HashSet<>(clausesOfSection(place.at("refusedWithPicture"), citable)));
    }

    private static List<ClauseCode> clausesOfSection(Place list, Set<ClauseCode> citable) {
        List<ClauseCode> codes = list.codes("clause code", ClauseCode::parse);
        for (ClauseCode named : codes) {
            if (!citable.contains(named)) {
                list.fault(named + " is not a citable clause of this section");
            }
        }
        return codes;
    }
}
