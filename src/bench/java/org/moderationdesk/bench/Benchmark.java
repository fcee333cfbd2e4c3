package org.moderationdesk.bench;

import java.util.Map;

/** One thing measured against a budget. */
interface Benchmark {
    /** The name to run it alone by: {@code mvn -q -Pbench verify -Dbench.only=name}. */
    String name();

    /** Measures and returns what to print: strings, booleans, integers and doubles by name. */
    Map<String, Object> measure() throws Exception;
}
