package org.moderationdesk.review.view;

/** Cases for pictures of the screen; all invented and harmless. */
final class SampleCases {
    static final String KNIFE = """
        {"id":"V-20418","kind":"VIDEO","text":"One-hand knife trick while cooking #keukentruc #durfjij","language":"nl",\
        "region":"NL","postedAt":"2026-11-02T10:22:00Z",\
        "author":{"id":"u-7","handle":"@snijplank","displayName":"Snijplank","bio":"Koken zonder recept",\
        "createdAt":"2024-01-05T00:00:00Z","age":23,"ageSource":"SELF_DECLARED","followers":8120,"country":"NL",\
        "deviceIds":["d-1"],"priorMeasures":[{"measure":"STRIKE","clause":"5.3.3","at":"2026-06-01T09:00:00Z",\
        "expiresAt":"2026-12-01T09:00:00Z"}]},\
        "media":[{"mime":"video/mp4","width":1080,"height":1920,"durationMs":23000}],\
        "transcript":[{"fromMs":2000,"toMs":5600,"text":"Kijk, zonder handschoen","translations":{"en":"Look, no glove"}},\
        {"fromMs":6000,"toMs":9000,"text":"hoog gooien en weer vangen","translations":{"en":"toss it high and catch it"}},\
        {"fromMs":11000,"toMs":13000,"text":"Doe dit thuis ook eens","translations":{"en":"Try this one at home"}}],\
        "onScreenText":[{"fromMs":9000,"toMs":13000,"text":"#mestruc #durfjij"}],\
        "reach":{"views":8412,"shares":40,"viewsPerHour":950},\
        "signals":[{"name":"Dangerous act","score":0.91,"threshold":0.70,"source":"model v12"},\
        {"name":"Weapon","score":0.34,"threshold":0.80,"source":"model v12"}],\
        "reports":[{"id":"r-1","source":"USER","reporter":"u-91","reason":"Dangerous challenge",\
        "note":"My son tried the toss after seeing this. Nobody was hurt.","sections":["5.3"],"at":"2026-11-02T11:25:00Z"},\
        {"id":"r-2","source":"CLASSIFIER","reporter":"model v12","reason":"Sharp object seen","sections":["5.3.1"],\
        "at":"2026-11-02T11:22:00Z"}]}\
        """;

    /** The same with a file, of that name, beside the imported one. */
    static final String KNIFE_WITH_CLIP = KNIFE.replace("{\"mime\":", "{\"path\":\"clip.mp4\",\"mime\":")
            .replace("\"id\":\"r-1\",", "\"id\":\"r-1\",\"fromMs\":7000,\"toMs\":8000,");

    private SampleCases() {}

    static String[] all() {
        return new String[] {
            KNIFE,
            ScreenDesk.line("C-31077", "COMMENT", "That haircut was a lost bet", "6.1", "r-3"),
            ScreenDesk.line("V-20391", "VIDEO", "Museum tour: cabinet of antique pistols", "3.1", "r-4"),
            ScreenDesk.line("A-9120", "ACCOUNT", "@bakkerij copies a bakery", "9.2", "r-5"),
            ScreenDesk.line("T-5518", "TEXT", "1 000 likes for 2 euro", "9.1", "r-6"),
            ScreenDesk.line("V-20377", "VIDEO", "Full song behind a bread-folding tutorial", "9.3", "r-7"),
            ScreenDesk.line("I-77120", "IMAGE", "Drawing lesson for beginners", "8.1", "r-8"),
            ScreenDesk.line("V-20366", "VIDEO", "Double your festival coins", "3.5", "r-9")
        };
    }
}
