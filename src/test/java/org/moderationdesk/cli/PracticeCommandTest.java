package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.cli.CommandRun.line;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;

/** practice: a set is made of files, published, given out and taken away again. */
class PracticeCommandTest {
    private static final String REMOVED = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"that is what the rules ask for"\
        """;

    @Test
    void aSetIsMadeOfFilesPublishedAssignedAndExported(@TempDir Path folder) throws Exception {
        var desk = new CommandRun(folder);
        String items = desk.write("items.jsonl", line("P-1", "5.3"), line("P-2", "5.3"))
                .toString();
        String keys = desk.write(
                        "keys.jsonl",
                        "{\"item\":\"P-1\"," + REMOVED + "}",
                        "{\"item\":\"P-2\",\"title\":{\"en\":\"A pan\",\"nl\":\"Een pan\"},\"accepted\":[{" + REMOVED
                                + "}],\"counts\":[\"OUTCOME\"],\"why\":{\"en\":\"=cmd\",\"nl\":\"Zo\"},\"difficulty\":\"HARD\"}")
                .toString();

        Map<String, Object> made = desk.run(
                        "practice", "new", "Start here", "--items", items, "--answers", keys, "--json")
                .object();
        assertThat(made).containsEntry("number", 1).containsEntry("items", 2).containsEntry("keyed", 2);
        assertThat(desk.run("practice", "publish", "1", "--json").object()).containsEntry("state", "PUBLISHED");
        assertThat(desk.run("practice", "list").out())
                .contains("1. Start here: Published, version 1, 2 items, 2 with a key");
        desk.speak(Language.NL);
        assertThat(desk.run("practice", "list").out()).contains("1. Start here: Gepubliceerd, versie 1");
        desk.speak(Language.EN);
        assertThat(desk.run("practice", "show", "1", "--json").objects())
                .hasSize(3)
                .last()
                .satisfies(item -> assertThat((Map<String, Object>) item).containsEntry("title", "A pan"));

        var assigned = desk.run(
                "practice", "assign", "1", "--to", System.getProperty("user.name"), "--attempts", "2", "--json");
        assertThat(assigned.object()).containsEntry("people", List.of(System.getProperty("user.name")));
        assertThat(desk.run("practice", "score", "1", "--json").objects()).isEmpty();
        assertThat(desk.run("practice", "disputes", "--json").objects()).isEmpty();

        Path out = folder.resolve("keys-again.jsonl");
        assertThat(desk.run("practice", "export", "1", "--what", "keys", "--out", out.toString(), "--json")
                        .object())
                .containsEntry("rows", 2);
        var again = desk.run("practice", "new", "Again", "--items", items, "--answers", out.toString(), "--json");
        assertThat(again.object()).containsEntry("keyed", 2);
        Path csv = folder.resolve("results.csv");
        assertThat(desk.run("practice", "export", "1", "--out", csv.toString(), "--json")
                        .object())
                .containsEntry("rows", 0);
        assertThat(Files.readString(csv)).startsWith("\"run\",\"person\"");
        assertThat(desk.run("verify", "--json").object())
                .containsEntry("intact", true)
                .containsEntry("entries", 0);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndChangesNothing(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        String items = desk.write("items.jsonl", line("P-1", "5.3"), "{\"id\":").toString();
        String keys = desk.write("keys.jsonl", "{\"item\":\"P-1\",\"outcome\":\"REMOVE\"}")
                .toString();

        var unreadable = desk.run("practice", "new", "Start here", "--items", items);
        assertThat(unreadable.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(unreadable.err()).contains("items 2");
        assertThat(desk.run("practice", "new").status()).isEqualTo(Exit.WRONG_USE);
        String one = desk.write("one.jsonl", line("P-1", "5.3")).toString();
        var invalid = desk.run("practice", "new", "Start here", "--items", one, "--answers", keys);
        assertThat(invalid.status()).isEqualTo(Exit.NO);
        assertThat(invalid.err()).contains("P-1").contains("D1");
        var none = desk.run("practice", "list");
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("There are no practice sets yet.");
        assertThat(desk.run("practice", "new", "Start here", "--items", one).status())
                .isZero();
        assertThat(desk.run("practice", "score", "1").err()).contains("Nobody has gone through this set yet.");
        assertThat(desk.run("practice", "disputes").err()).contains("No key is questioned.");
        assertThat(desk.run("practice", "publish", "1").err()).contains("P-1 has no answer key yet.");
        assertThat(desk.run("practice", "assign", "1", "--to", "nobody").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("practice", "assign", "1").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("practice", "show", "7").status()).isEqualTo(Exit.NO);
        assertThat(desk.run("practice", "export", "1", "--out", folder.toString())
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("practice", "export", "1", "--out", "x", "--as-format", "xls")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void whatWouldBeCopiedIsShownUnderOtherNamesAndCopiesNothing(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        String item = """
            {"id":"T-9","kind":"TEXT","text":"@someone tosses a knife","language":"nl","region":"NL",\
            "author":{"id":"u-9","handle":"@somebody_else"},"reports":[{"id":"r-9","source":"USER",\
            "sections":["5.3"],"at":"2026-11-02T12:00:00Z"}]}\
            """;
        assertThat(desk.run("import", desk.write("case.jsonl", item).toString()).status())
                .isZero();
        String answer = "{\"item\":\"T-9\",\"edition\":\"2020-12\"," + REMOVED + "}";
        Map<String, Object> decided = desk.run(
                        "decide", desk.write("answer.jsonl", answer).toString(), "--json")
                .object();
        String decision = String.valueOf(decided.get("decision"));
        assertThat(desk.run("practice", "new", "Picked").status()).isZero();

        CommandRun.Answer shown = desk.run("practice", "pick", "1", decision, "--preview", "--json");

        assertThat(shown.status()).as(shown.err()).isZero();
        assertThat(shown.out())
                .contains("tosses a knife")
                .doesNotContain("somebody_else")
                .doesNotContain("@someone")
                .doesNotContain("T-9");
        assertThat(desk.run("practice", "list", "--json").objects())
                .singleElement()
                .satisfies(set -> assertThat((Map<String, Object>) set).containsEntry("items", 0));
        CommandRun.Answer unknown = desk.run("practice", "pick", "1", "no such decision", "--preview");
        assertThat(unknown.status()).isEqualTo(Exit.NO);
        assertThat(unknown.err()).contains("no such decision");
        assertThat(desk.run("practice", "pick", "7", decision, "--preview").status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("practice", "pick", "1", "--preview").status()).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void filesComeInBesideTheirItemsOrNothingDoes(@TempDir Path folder) throws Exception {
        var desk = new CommandRun(folder);
        String item = "{\"id\":\"P-1\",\"kind\":\"IMAGE\",\"media\":[{\"path\":\"p-1.png\"}],"
                + "\"reports\":[{\"id\":\"r-1\",\"source\":\"USER\",\"sections\":[\"5.3\"],"
                + "\"at\":\"2026-11-02T12:00:00Z\"}]}";
        Path items = desk.write("items.jsonl", item);
        assertThat(desk.run("practice", "new", "Pictures").status()).isZero();

        var missing = desk.run("practice", "import", "1", "--items", items.toString());
        assertThat(missing.status()).isEqualTo(Exit.NO);
        assertThat(missing.err()).contains("P-1: the file p-1.png is not beside the file with the items.");
        assertThat(desk.run("practice", "list", "--json").object()).containsEntry("items", 0);

        assertThat(ImageIO.write(
                        new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                        "png",
                        items.resolveSibling("p-1.png").toFile()))
                .isTrue();
        assertThat(desk.run("practice", "import", "1", "--items", items.toString(), "--json")
                        .object())
                .containsEntry("items", 1);
    }

    @Test
    void aCertificationIsSetListedAndWithdrawnAndAQueueDemandsIt(@TempDir Path folder) {
        var desk = new CommandRun(folder);
        String items = desk.write("items.jsonl", line("P-1", "5.3")).toString();
        String keys =
                desk.write("keys.jsonl", "{\"item\":\"P-1\"," + REMOVED + "}").toString();
        assertThat(desk.run("practice", "new", "Weapons", "--items", items, "--answers", keys)
                        .status())
                .isZero();
        assertThat(desk.run("practice", "publish", "1").status()).isZero();
        assertThat(desk.run("practice", "certification", "list").err()).contains("No certification has been set yet.");
        assertThat(desk.run("practice", "certification", "held").err()).contains("Nobody holds a certificate.");
        assertThat(desk.run("practice", "certification", "earned").err()).contains("Nobody has earned");

        assertThat(certification(desk, "1", "80", "365").out())
                .contains("weapons: 1 Weapons, at least 80 %, good for 365 days");
        assertThat(desk.run("practice", "certification", "list", "--json").object())
                .containsEntry("percent", 80)
                .containsEntry("days", 365)
                .containsEntry("withdrawn", false);
        assertThat(certification(desk, "7", "80", "365").status()).isEqualTo(Exit.NO);
        assertThat(certification(desk, "1", "101", "365").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(certification(desk, "1", "101", "365").err()).contains("a score of 0 to 100 percent");
        assertThat(certification(desk, "1", "80", "0").status()).isEqualTo(Exit.WRONG_USE);
        String me = System.getProperty("user.name");
        var early = desk.run("practice", "certify", me, "weapons");
        assertThat(early.status()).isEqualTo(Exit.NO);
        assertThat(desk.run("practice", "certification", "take-back", "nothing").err())
                .contains("There is no certificate nothing");
        assertThat(desk.run("practice", "certification", "paper", "nothing", "--out", "x.pdf")
                        .status())
                .isEqualTo(Exit.NO);
        assertThat(desk.run("practice", "report", "nothing", "--out", "x.pdf").status())
                .isEqualTo(Exit.NO);

        String plan = desk.write(
                        "plan.json",
                        "{\"default\":\"general\",\"queues\":[{\"name\":\"general\",\"certificate\":\"weapons\"}],\"rules\":[]}")
                .toString();
        assertThat(desk.run("queues", "save", plan).status()).isZero();
        assertThat(desk.run("queues", "list", "--json").object()).containsEntry("certificate", "weapons");
        assertThat(desk.run("queues", "list").out()).contains("asks for certificate weapons");
        assertThat(desk.run(
                                "import",
                                desk.write("cases.jsonl", line("C-1", "5.3")).toString())
                        .status())
                .isZero();
        var named = desk.run("claim", "C-1");
        assertThat(named.status()).isEqualTo(Exit.NO);
        assertThat(named.out()).contains("You do not hold the certificate that this case’s queue asks for.");

        assertThat(desk.run("practice", "certification", "withdraw", "weapons").out())
                .contains("weapons: withdrawn");
        assertThat(desk.run("practice", "certification", "list").out()).contains("weapons: withdrawn");
    }

    private static CommandRun.Answer certification(CommandRun desk, String set, String percent, String days) {
        return desk.run(
                "practice", "certification", "set", "weapons", "--sets", set, "--percent", percent, "--days", days);
    }
}
