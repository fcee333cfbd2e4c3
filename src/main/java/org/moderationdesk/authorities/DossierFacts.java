package org.moderationdesk.authorities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.DossierDocument.Fact;
import org.moderationdesk.authorities.DossierDocument.Section;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.referrals.targets.Needed;
import org.moderationdesk.referrals.targets.Target;

/**
 * Lays out what the desk knows of a referred item for an authority: who, what, when with its zone, why suspected, what
 * identifies the account, and content by its hash. Times are UTC. Files are named by hash and never in it; of a sealed item
 * the words are not in it either. Who reported is left out.
 */
final class DossierFacts {
    /** The keys of what is said, in its order. */
    static final List<String> ORDER = List.of(
            "code",
            "name",
            "contact",
            "basis",
            "chosen",
            "another",
            "state",
            "referral",
            "item",
            "kind",
            "version",
            "url",
            "language",
            "region",
            "sealed",
            "text",
            "account",
            "handle",
            "displayName",
            "bio",
            "created",
            "age",
            "country",
            "device",
            "posted",
            "arrived",
            "decided",
            "suspicion",
            "clause",
            "edition",
            "threatToLife",
            "reports",
            "textHash",
            "file",
            "hash",
            "needed");

    private final Language language;
    private final List<Section> sections = new ArrayList<>();
    private final Set<Needed> known = EnumSet.noneOf(Needed.class);
    private List<Fact> facts = new ArrayList<>();

    /**
     * What a dossier is made of.
     *
     * @param ask what was said of it
     * @param why in the words of who referred it; empty while nobody has said
     * @param sealed whether its content is shown to nobody
     * @param hashes SHA-256 of the item's files as the desk holds them, in their order; empty for one that it does not hold
     */
    record Material(
            ReferralLine referral,
            DecisionLine decision,
            ItemFile file,
            Addressee addressee,
            Ask ask,
            String why,
            boolean sealed,
            List<Optional<String>> hashes) {
        Material {
            hashes = List.copyOf(hashes);
        }
    }

    DossierFacts(Language language) {
        this.language = language;
    }

    DossierDocument of(String id, Instant at, Material from) {
        addressee(from);
        what(from);
        who(from.file().item().author());
        when(from);
        why(from);
        content(from);
        missing(from.addressee().target());
        return new DossierDocument(id, at, sections);
    }

    private void addressee(Material from) {
        Target target = from.addressee().target();
        fact("code", target.code());
        fact("name", target.name().in(language));
        fact("contact", target.contact());
        fact("basis", target.legalBasis().in(language));
        fact("chosen", from.addressee().why().name());
        fact("another", from.ask().another());
        fact("state", from.ask().concerned());
        end(DossierPart.ADDRESSEE);
    }

    private void what(Material from) {
        Item item = from.file().item();
        fact("referral", from.referral().id());
        fact("item", item.id());
        fact("kind", item.kind().name());
        fact("version", Integer.toString(item.version()));
        fact("url", item.url());
        fact("language", item.language());
        fact("region", item.region());
        if (from.sealed()) {
            fact("sealed", "true");
        } else {
            fact("text", item.text());
        }
        known.add(Needed.WHAT);
        if (item.url() != null) {
            known.add(Needed.LOCATOR);
            known.add(Needed.WHERE);
        }
        end(DossierPart.WHAT);
    }

    private void who(@Nullable Author author) {
        if (author != null) {
            fact("account", author.id());
            fact("handle", author.handle());
            fact("displayName", author.displayName());
            fact("bio", author.bio());
            fact("created", time(author.createdAt()));
            fact("age", author.age() == null ? null : author.age() + " (" + author.ageSource() + ")");
            fact("country", author.country());
            facts(
                    "device",
                    author.deviceIds().stream().filter(one -> !one.isBlank()).toList());
            known.add(Needed.WHO);
            if (author.handle() != null
                    || author.displayName() != null
                    || !author.deviceIds().isEmpty()) {
                known.add(Needed.IDENTIFICATION);
            }
        }
        end(DossierPart.WHO);
    }

    private void when(Material from) {
        Instant posted = from.file().item().postedAt();
        fact("posted", time(posted));
        fact("arrived", time(from.file().arrivedAt()));
        fact("decided", time(from.decision().at()));
        if (posted != null) {
            known.add(Needed.WHEN_WITH_ZONE);
        }
        end(DossierPart.WHEN);
    }

    private void why(Material from) {
        fact("suspicion", from.why());
        facts("clause", from.decision().yes().stream().map(ClauseCode::value).toList());
        fact("edition", from.decision().edition());
        fact("threatToLife", Boolean.toString(from.referral().threatToLife()));
        fact("reports", Integer.toString(from.file().reportsInAll()));
        if (!from.why().isEmpty()) {
            known.add(Needed.WHY_SUSPECTED);
        }
        known.add(Needed.HOW_KNOWN);
        end(DossierPart.WHY);
    }

    private void content(Material from) {
        String text = from.file().item().text();
        fact("textHash", text == null ? null : "SHA-256 " + Sha256.of(text));
        List<MediaFile> media = from.file().item().media();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            MediaFile one = media.get(i);
            String hash = from.hashes().get(i).orElse(one.sha256());
            if (hash != null) {
                files.add("SHA-256 " + hash + (one.mime() == null ? "" : " (" + one.mime() + ")"));
            }
        }
        facts("file", files);
        facts(
                "hash",
                from.file().item().hashes().stream()
                        .map(hash -> hash.algorithm() + " " + hash.value())
                        .toList());
        if (!files.isEmpty() || media.isEmpty()) {
            known.add(Needed.CONTENT_BY_HASH);
        }
        end(DossierPart.CONTENT);
    }

    private void missing(Target target) {
        facts(
                "needed",
                target.minimum().stream()
                        .filter(needed -> !known.contains(needed))
                        .map(Needed::name)
                        .toList());
        end(DossierPart.MISSING);
    }

    private void fact(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(key, List.of(value)));
        }
    }

    private void facts(String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(key, values));
        }
    }

    private void end(DossierPart part) {
        sections.add(new Section(part, facts));
        facts = new ArrayList<>();
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
