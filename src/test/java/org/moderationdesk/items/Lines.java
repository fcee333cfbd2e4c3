package org.moderationdesk.items;

/** Lines of the desk format for tests. */
public final class Lines {
    /** The line that the contract shows. */
    public static final String CONTRACT = """
        {"id":"V-20418","kind":"VIDEO","version":1,
         "text":"One-hand trick while cooking #keukentruc","language":"nl","region":"NL",
         "postedAt":"2026-11-02T12:22:00Z","url":"https://example.org/v/20418",
         "author":{"id":"u-7","handle":"@snijplank","displayName":"Snijplank","bio":"…","createdAt":"2024-01-05T00:00:00Z",
                   "age":23,"ageSource":"SELF_DECLARED","followers":8120,"country":"NL","deviceIds":["d-1"],
                   "priorMeasures":[{"measure":"STRIKE","clause":"5.3.3","at":"2026-06-01T09:00:00Z","expiresAt":"2026-12-01T09:00:00Z"}]},
         "media":[{"path":"media/20418.mp4","mime":"video/mp4","sha256":"…","width":1080,"height":1920,"durationMs":23000}],
         "transcript":[{"fromMs":2000,"toMs":5600,"text":"Kijk, zonder handschoen","translations":{"en":"Look, no glove"}}],
         "onScreenText":[{"fromMs":9000,"toMs":13000,"text":"#durfjij"}],
         "live":{"state":"RUNNING","startedAt":"2026-11-02T12:20:00Z","viewers":310,"segmentMs":15000},
         "thread":[{"id":"c-1","author":"@a","text":"…","at":"2026-11-02T12:24:00Z"}],
         "reach":{"views":8412,"shares":40,"viewsPerHour":950},
         "signals":[{"name":"dangerous_act","score":0.91,"threshold":0.70,"source":"model v12"}],
         "hashes":[{"algorithm":"PDQ","value":"f8f8…","quality":92}],
         "reports":[{"id":"r-1","source":"USER","reporter":"u-91","reason":"Dangerous challenge","note":"Children will copy this",
                     "sections":["5.3"],"at":"2026-11-02T12:25:00Z"}]}\
        """.replace("\n", "");

    private Lines() {}
}
