package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.practice.HiddenCount;
import org.moderationdesk.practice.HiddenResult;
import org.moderationdesk.practice.HiddenRetiring;
import org.moderationdesk.practice.HiddenShare;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hidden tests in the queues: how many, which, and how they were answered. Tells nothing to who does not train. */
@Command(name = "hidden")
final class HiddenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    HiddenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    /** Shows the shares, or sets one. Where a queue is given none any more, tests that wait in it leave it. */
    @Command(name = "share")
    int share(
            @Parameters(paramLabel = "QUEUE", descriptionKey = "moderation-desk.practice.hidden.queue", arity = "0..1")
                    @Nullable
                    String queue,
            @Option(names = "--one-in", paramLabel = "N", descriptionKey = "moderation-desk.practice.hidden.one-in")
                    @Nullable
                    Integer oneIn,
            @Option(
                            names = "--from",
                            split = ",",
                            paramLabel = "SET",
                            descriptionKey = "moderation-desk.practice.hidden.from")
                    @Nullable
                    List<String> sets)
            throws Exception {
        if ((queue == null) != (oneIn == null)) {
            throw new WrongUse("cli.practice.hidden.queue-and-share");
        }
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            if (queue != null && oneIn != null) {
                told(desk.hidden().set(person, queue, oneIn, sets == null ? List.of() : sets), desk);
                int _ = desk.hidden().retiring(desk.review()).over(person);
            } else {
                terminal.each(desk.hidden().shares(person), "cli.none.hidden-shares", one -> told(one, desk));
            }
            return Exit.DONE;
        });
    }

    private void told(HiddenShare share, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("queue", share.queue());
        object.put("oneIn", share.oneIn());
        object.put("sets", share.sets());
        object.put("cases", share.seen());
        terminal.says()
                .result(
                        object,
                        desk.texts().get("cli.practice.hidden.share", share.queue(), share.oneIn(), share.seen()));
    }

    /** What lies in the queues, the newest first. */
    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.hidden().standing(terminal.person()), "cli.none.hidden-tests", placed -> {
                HiddenTest test = placed.test();
                var object = new LinkedHashMap<String, Object>();
                object.put("item", test.itemId());
                object.put("queue", test.queue());
                object.put("set", test.setId());
                object.put("version", test.version());
                object.put("practiceItem", test.practiceItem());
                object.put("placedAt", test.placedAt().toString());
                object.put("standing", placed.standing().name());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.practice.hidden.test",
                                                test.itemId(),
                                                test.queue(),
                                                test.practiceItem(),
                                                desk.texts().get("practice.hidden.standing." + placed.standing())));
            });
            return Exit.DONE;
        });
    }

    /** How they were answered, and then what that comes to for each person. */
    @Command(name = "results")
    int results() throws Exception {
        return terminal.withDesk(desk -> {
            List<HiddenResult> results = desk.hidden().results(terminal.person());
            terminal.each(results, "cli.none.hidden-results", one -> told(one, desk));
            HiddenCount.of(results).forEach(one -> told(one, desk));
            return Exit.DONE;
        });
    }

    private void told(HiddenResult one, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("item", one.test().itemId());
        object.put("practiceItem", one.test().practiceItem());
        object.put("decision", one.decisionId());
        object.put("person", one.person());
        object.put("at", one.at().toString());
        object.put("outcome", one.outcome().name());
        object.put("key", one.key().name());
        object.put("right", one.isRight());
        object.put("percent", one.score().percent());
        object.put("severe", one.score().severe());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        one.isRight() ? "cli.practice.hidden.right" : "cli.practice.hidden.wrong",
                                        one.person(),
                                        one.test().itemId(),
                                        desk.texts().get("decisions.outcome." + one.outcome()),
                                        desk.texts().get("decisions.outcome." + one.key()),
                                        one.score().percent()));
    }

    private void told(HiddenCount one, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("person", one.person());
        object.put("answered", one.answered());
        object.put("wrong", one.wrong());
        object.put("enough", one.isEnough());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        one.isEnough()
                                                ? "cli.practice.hidden.enough"
                                                : "cli.practice.hidden.not-enough",
                                        one.person(),
                                        one.wrong(),
                                        one.answered(),
                                        HiddenCount.FEWEST_WRONG,
                                        HiddenCount.FEWEST_ANSWERED));
    }

    /** Lets one test, or else all whose queue or set is over, leave as any case does. */
    @Command(name = "retire")
    int retire(
            @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.practice.hidden.item", arity = "0..1")
                    @Nullable
                    String item)
            throws Exception {
        return terminal.withDesk(desk -> {
            var retiring = desk.hidden().retiring(desk.review());
            int left = item == null ? retiring.over(terminal.person()) : one(retiring, item);
            var object = new LinkedHashMap<String, Object>();
            object.put("retired", left);
            terminal.says().result(object, desk.texts().get("cli.practice.hidden.retired", left));
            return Exit.DONE;
        });
    }

    private int one(HiddenRetiring retiring, String item) {
        var _ = retiring.one(terminal.person(), item);
        return 1;
    }
}
