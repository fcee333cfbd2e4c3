package org.moderationdesk.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moderationdesk.base.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a kept view asks for, as text. What a newer desk wrote and this one does not know is left out. */
final class LogViewBody {
    private LogViewBody() {}

    static String write(LogView view) {
        var body = new TreeMap<String, Object>();
        Period period = view.filter().period();
        if (period.lastDays() != null) {
            body.put("lastDays", period.lastDays());
        }
        if (period.from() != null) {
            body.put("from", period.from().toString());
        }
        if (period.through() != null) {
            body.put("through", period.through().toString());
        }
        var chosen = new TreeMap<String, Object>();
        view.filter().chosen().forEach((facet, values) -> chosen.put(facet.name(), List.copyOf(values)));
        body.put("chosen", chosen);
        body.put("words", view.filter().words());
        body.put("order", view.order().column().name());
        body.put("ascending", view.order().ascending());
        body.put("columns", view.columns().stream().map(Enum::name).toList());
        return CanonicalJson.write(body);
    }

    static LogView read(String id, String owner, String name, boolean shared, String text) {
        JsonNode body = JsonMapper.shared().readTree(text);
        Map<Facet, SortedSet<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            var values = new TreeSet<String>();
            body.path("chosen").path(facet.name()).forEach(value -> values.add(value.asString()));
            chosen.put(facet, values);
        }
        List<LogColumn> columns = new ArrayList<>();
        LogColumn order = LogColumn.ENTRY;
        for (LogColumn column : LogColumn.values()) {
            for (JsonNode one : body.path("columns")) {
                if (one.asString().equals(column.name())) {
                    columns.add(column);
                }
            }
            if (body.path("order").asString("").equals(column.name())) {
                order = column;
            }
        }
        return new LogView(
                id,
                owner,
                name,
                shared,
                new LogFilter(period(body), chosen, body.path("words").asString("")),
                new LogOrder(order, body.path("ascending").asBoolean(false)),
                columns);
    }

    private static Period period(JsonNode body) {
        if (body.has("lastDays")) {
            return Period.last(body.path("lastDays").asInt());
        }
        String from = body.path("from").asString("");
        String through = body.path("through").asString("");
        return new Period(
                null,
                from.isEmpty() ? null : LocalDate.parse(from),
                through.isEmpty() ? null : LocalDate.parse(through));
    }
}
