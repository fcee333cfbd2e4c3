package org.moderationdesk.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.StagedFile;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Shipment;
import org.moderationdesk.practice.ShippedSet;
import org.moderationdesk.practice.ShippedSets;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Lays the practice sets that come with the desk onto it, their pictures, clips and sounds drawn. Slow: not for the JavaFX
 * thread.
 */
public final class ShippedPractice {
    private final Shipment shipment;
    private final Store store;
    private final MediaStore media;
    private final @Nullable WorkerLaunch film;

    /** @param film how the process is started that encodes clips; none where they are only spoken of */
    public ShippedPractice(Shipment shipment, Store store, MediaStore media, @Nullable WorkerLaunch film) {
        this.shipment = shipment;
        this.store = store;
        this.media = media;
        this.film = film;
    }

    /**
     * Lays those that are not there yet, and publishes them. One that is begun is laid whole or not at all; those before it
     * stay when it is stopped.
     *
     * @param language of their items
     * @param progress in files drawn
     * @return what was laid
     * @throws IOException when a file cannot be written
     */
    public List<PracticeSet> lay(Person trainer, Language language, Progress progress) throws IOException {
        Rights.require(trainer, Right.TRAIN);
        var sets = new ShippedSets();
        List<ShippedSet> missing = shipment.missing(trainer).stream()
                .map(name -> sets.read(name, language, trainer.name()))
                .toList();
        long all = missing.stream().mapToLong(set -> set.drawings().size()).sum();
        List<PracticeSet> laid = new ArrayList<>();
        if (missing.isEmpty()) {
            return laid;
        }
        Path folder = Files.createTempDirectory("moderation-desk-practice");
        try (Film studio = Film.of(film)) {
            var pictures = new Pictures(folder);
            Footage footage = studio.into(folder);
            long done = 0;
            for (ShippedSet set : missing) {
                Map<String, String> files = new HashMap<>();
                for (ShippedSet.Drawing drawing : set.drawings()) {
                    progress.pass(done++, all);
                    draw(drawing, pictures, footage).ifPresent(path -> files.put(drawing.path(), path));
                }
                shipment.lay(trainer, set, keep(folder, files)).ifPresent(laid::add);
            }
            progress.at(all, all);
            return laid;
        } finally {
            SampleQueue.delete(folder);
        }
    }

    /** Answers with where it lies in the folder; empty where clips cannot be made here. */
    private static Optional<String> draw(ShippedSet.Drawing drawing, Pictures pictures, @Nullable Footage footage)
            throws IOException {
        Item item = drawing.content();
        Scene scene = Scene.valueOf(drawing.scene());
        if (item.kind() == ItemKind.IMAGE) {
            return Optional.of(pictures.of("practice-" + item.id(), scene).path());
        }
        if (footage == null) {
            return Optional.empty();
        }
        Footage.Script script = script(item, scene);
        byte[] file =
                switch (item.kind()) {
                    case AUDIO -> footage.sound(item.id(), script);
                    case LIVESTREAM -> footage.clip(Container.GROWING_MP4, item.id(), script);
                    default -> footage.clip(Container.MP4, item.id(), script);
                };
        return Optional.of(footage.write(drawing.path(), file).path());
    }

    private static Footage.Script script(Item item, Scene scene) {
        Long length = item.media().getFirst().durationMs();
        List<Footage.Span> spoken = item.transcript().stream()
                .map(line -> new Footage.Span(line.fromMs(), line.toMs()))
                .toList();
        return new Footage.Script(
                scene,
                item.kind() == ItemKind.LIVESTREAM,
                length == null ? 0 : length,
                item.kind() == ItemKind.AUDIO ? Voice.TUNE : Voice.ROOM,
                item.id().hashCode() % 2 == 0 ? Voice.LOW : Voice.HIGH,
                spoken);
    }

    /** Keeps what was drawn with the other media of the desk; answers with the hash of each by the path that items name. */
    private Map<String, String> keep(Path folder, Map<String, String> files) throws IOException {
        Map<String, String> kept = new HashMap<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            try (StagedFile staged = media.stage(folder.resolve(file.getValue()))) {
                boolean _ = store.write(handle -> {
                    media.keep(handle, staged);
                    return true;
                });
                kept.put(file.getKey(), staged.sha256());
            }
        }
        return kept;
    }
}
