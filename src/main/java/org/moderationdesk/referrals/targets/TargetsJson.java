package org.moderationdesk.referrals.targets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.JsonPlace;
import org.moderationdesk.referrals.targets.TargetsRefused.Why;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Targets as JSON: a list of objects whose fields are those of {@link Target}, all of them required. */
public final class TargetsJson {
    private static final String SHIPPED = "/referrals/targets.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private TargetsJson() {}

    /** Those that come with the desk, in both languages. */
    public static Targets shipped() {
        try (InputStream file = TargetsJson.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException("the desk came without targets");
            }
            return new Targets(0, JSON.readValue(file, new TypeReference<List<Target>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One target.
     *
     * @throws TargetsRefused where it is none, naming the field
     */
    public static Target one(String json) {
        try {
            return JSON.readValue(json, Target.class);
        } catch (DatabindException refused) {
            throw new TargetsRefused(Why.FORMAT, field(refused));
        } catch (JacksonException refused) {
            throw new TargetsRefused(Why.FORMAT, JsonPlace.of(refused));
        }
    }

    /** A target as maps and lists, in the order in which people read it. */
    public static Map<String, Object> toMap(Target target) {
        return JSON.convertValue(target, new TypeReference<Map<String, Object>>() {});
    }

    static String write(Targets targets) {
        return CanonicalJson.write(
                targets.all().stream().map(TargetsJson::toMap).toList());
    }

    static Targets read(int version, String body) {
        return new Targets(version, JSON.readValue(body, new TypeReference<List<Target>>() {}));
    }

    private static String field(DatabindException refused) {
        String path = refused.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? cause(refused) : path;
    }

    /** A constructor's own words, which quote nothing. */
    private static String cause(DatabindException refused) {
        return refused.getCause() instanceof IllegalArgumentException own && own.getMessage() != null
                ? own.getMessage()
                : "JSON";
    }
}
