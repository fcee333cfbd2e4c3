package org.moderationdesk.referrals;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.referrals.ncmec.Binding;
import org.moderationdesk.referrals.ncmec.CaptureEvent;
import org.moderationdesk.referrals.ncmec.DeviceId;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Email;
import org.moderationdesk.referrals.ncmec.EstimatedLocation;
import org.moderationdesk.referrals.ncmec.FileDetails;
import org.moderationdesk.referrals.ncmec.FileRelevance;
import org.moderationdesk.referrals.ncmec.IncidentSummary;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.InternetDetails;
import org.moderationdesk.referrals.ncmec.OriginalFileHash;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Person;
import org.moderationdesk.referrals.ncmec.PersonOrUserReported;
import org.moderationdesk.referrals.ncmec.Report;
import org.moderationdesk.referrals.ncmec.Reporter;
import org.moderationdesk.referrals.ncmec.ViewedHere;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;
import org.moderationdesk.referrals.ncmec.WebPageIncident;
import org.moderationdesk.settings.ReporterSettings;

/**
 * The report that the desk can make of an item by what it knows: account, place, times, files, hashes, looks, and the
 * settings for who reports. What it does not know it leaves out, never guesses: the legal label above all. Not for the
 * JavaFX thread; safe for any other.
 */
public final class ItemReport {
    /** Pictures of one frame: of what may move, the decoder says how long. */
    private static final Set<String> STILL = Set.of("image/jpeg", "image/png", "image/bmp");

    private final StoredItems items;
    private final SeenHere seen;
    private final Extents extents;
    private final Binding binding;
    private final List<String> countries;

    public ItemReport(StoredItems items, SeenHere seen, Extents extents, Outline outline) {
        this.items = items;
        this.seen = seen;
        this.extents = extents;
        this.binding = new Binding(outline);
        this.countries = outline.values("country");
    }

    /** What the store says of an item, before the decoder is asked: that takes too long for a transaction. */
    public static final class Gathered {
        private final ItemFile file;
        private final List<Held> held;

        private Gathered(ItemFile file, List<Held> held) {
            this.file = file;
            this.held = List.copyOf(held);
        }

        /** SHA-256 of each file that the desk holds of it. */
        List<String> files() {
            return held.stream().map(Held::sha256).toList();
        }

        /** What a place of the incident can be begun with. */
        IncidentPlaces.Known known() {
            Item item = file.item();
            URI place = url(item.url());
            return new IncidentPlaces.Known(
                    place == null ? "" : place.toString(),
                    item.text() == null ? "" : item.text().strip(),
                    item.media().stream()
                            .map(media -> name(media.path()))
                            .filter(Objects::nonNull)
                            .toList());
        }
    }

    /** A file that the desk holds, and who saw what of it. */
    private record Held(MediaFile media, String sha256, List<Look> looks) {}

    /** Reads what the store says of an item as it is now; empty where the desk does not know it. */
    public Optional<Gathered> gather(Handle handle, String itemId) {
        return items.file(handle, itemId).map(file -> {
            List<Held> held = new ArrayList<>();
            for (int i = 0; i < file.item().media().size(); i++) {
                if (file.mediaStates().get(i) == MediaFile.State.STORED) {
                    held.add(held(handle, file.item(), i));
                }
            }
            return new Gathered(file, held);
        });
    }

    /**
     * The documents for it. Asks the decoder: outside of a transaction.
     *
     * @param type null while nobody has said what the report is about: the report lacks it then, and does not hold
     */
    public Filings.Draft draft(Gathered gathered, @Nullable IncidentType type, ReporterSettings by) {
        Item item = gathered.file.item();
        return new Filings.Draft(
                report(gathered.file, type, by),
                gathered.held.stream().map(held -> draftFile(item, held)).toList());
    }

    private Element report(ItemFile file, @Nullable IncidentType type, ReporterSettings by) {
        Item item = file.item();
        Instant posted = item.postedAt();
        var summary = new IncidentSummary(
                type,
                text(by.service()),
                null,
                null,
                time(posted == null ? file.arrivedAt() : posted),
                posted == null ? "When it was reported to us" : "When it was posted");
        URI place = url(item.url());
        var report = new Report(
                null,
                summary,
                place == null
                        ? List.of()
                        : List.of(new InternetDetails(new WebPageIncident(null, List.of(place.toString()), null))),
                null,
                reporter(by),
                item.author() == null ? List.of() : List.of(account(item.author(), by)),
                List.of(),
                List.of(),
                item.text() == null || item.text().isBlank()
                        ? null
                        : "Content as posted: " + item.text().strip());
        return binding.write(report);
    }

    private static Reporter reporter(ReporterSettings by) {
        List<Email> email =
                by.email().isBlank() ? List.of() : List.of(new Email(by.email().strip(), null, null, null));
        var person =
                new Person(text(by.firstName()), text(by.lastName()), List.of(), email, List.of(), null, null, null);
        return new Reporter(person, null, text(by.companyText()), text(by.terms()), text(by.legalUrl()));
    }

    private PersonOrUserReported account(Author author, ReporterSettings by) {
        List<DeviceId> devices = author.deviceIds().stream()
                .map(id -> new DeviceId("Device", id, CaptureEvent.UNKNOWN, null))
                .toList();
        return new PersonOrUserReported(
                person(author),
                null,
                author.id(),
                text(by.service()),
                null,
                author.handle(),
                author.displayName() == null ? List.of() : List.of(author.displayName()),
                List.of(),
                author.bio(),
                List.of(),
                devices,
                null,
                List.of(),
                null,
                null,
                null,
                place(author),
                null,
                List.of(),
                null);
    }

    /** An age that somebody estimated is no fact of the person. */
    private static @Nullable Person person(Author author) {
        Integer age = author.age();
        boolean told =
                author.ageSource() == Author.AgeSource.SELF_DECLARED || author.ageSource() == Author.AgeSource.VERIFIED;
        return age == null || !told || age < 0 || age > 150
                ? null
                : new Person(null, null, List.of(), List.of(), List.of(), age, null, null);
    }

    private @Nullable EstimatedLocation place(Author author) {
        String country = author.country() == null ? "" : author.country().toUpperCase(Locale.ROOT);
        return countries.contains(country) ? new EstimatedLocation(null, null, null, null, country) : null;
    }

    private Held held(Handle handle, Item item, int position) {
        String sha = items.mediaHash(handle, item.id(), item.version(), position)
                .orElseThrow(() -> new IllegalStateException("a file that is held and has no hash"));
        return new Held(item.media().get(position), sha, seen.looks(handle, item.id(), item.version(), position));
    }

    private Filings.DraftFile draftFile(Item item, Held held) {
        MediaFile media = held.media();
        boolean metadata = held.looks().stream().anyMatch(look -> look.form() == LookForm.METADATA);
        var viewed = ViewedHere.of(extent(media, held.sha256(), held.looks()), held.looks(), metadata);
        URI place = url(item.url());
        // The numbers of report and file come with the upload.
        var details = new FileDetails(
                0,
                "",
                name(media.path()),
                item.postedAt() == null ? null : time(item.postedAt()),
                place == null ? null : place.toString(),
                viewed.file(),
                viewed.metadata(),
                null,
                FileRelevance.REPORTED,
                null,
                null,
                null,
                hashes(item, media),
                null,
                List.of(),
                List.of(),
                List.of());
        Element document = binding.write(details);
        return new Filings.DraftFile(
                held.sha256(),
                document.with(document.children().stream()
                        .filter(child -> !child.name().equals("reportId")
                                && !child.name().equals("fileId"))
                        .toList()));
    }

    /** Those of the content belong to its file where there is one alone. */
    private static List<OriginalFileHash> hashes(Item item, MediaFile media) {
        List<OriginalFileHash> hashes = new ArrayList<>();
        if (media.sha256() != null) {
            hashes.add(new OriginalFileHash(media.sha256(), "SHA256"));
        }
        if (item.media().size() == 1) {
            item.hashes().stream()
                    .map(hash ->
                            new OriginalFileHash(hash.value(), hash.algorithm().toUpperCase(Locale.ROOT)))
                    .filter(hash -> !hashes.contains(hash))
                    .forEach(hashes::add);
        }
        return hashes;
    }

    /** Of what was never played nothing is decoded: sealed files are opened by a look and by nothing else. */
    private Extent extent(MediaFile media, String sha, List<Look> looks) {
        if (media.mime() != null && STILL.contains(media.mime().toLowerCase(Locale.ROOT))) {
            return new Extent.Picture();
        }
        return looks.stream().anyMatch(look -> look.span() != null) ? extents.of(sha) : new Extent.Unknown();
    }

    private static @Nullable String name(@Nullable String path) {
        return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(String given) {
        return given.isBlank() ? null : given.strip();
    }

    /** A web address; null for anything else. */
    private static @Nullable URI url(@Nullable String given) {
        try {
            URI read = new URI(given == null ? "" : given.strip());
            String scheme = read.getScheme();
            return read.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    ? read
                    : null;
        } catch (URISyntaxException none) {
            return null;
        }
    }
}
