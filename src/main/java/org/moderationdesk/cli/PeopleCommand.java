package org.moderationdesk.cli;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.staff.Member;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SignedIn;
import org.moderationdesk.staff.Skills;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who works at this desk, and who may what. */
@Command(name = "people")
final class PeopleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PeopleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            Rights.require(terminal.person(), Right.MANAGE_PEOPLE);
            var all = desk.people().all();
            all.forEach(member -> told(member, null));
            if (all.isEmpty()) {
                terminal.none("cli.none.people", terminal.name());
            }
            return Exit.DONE;
        });
    }

    /** The first one comes under the password in the environment, where there is one; all others under one for one use. */
    @Command(name = "add")
    int add(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name,
            @Option(
                            names = "--roles",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            descriptionKey = "moderation-desk.people.which")
                    List<String> roles,
            @Option(names = "--child-safety", descriptionKey = "moderation-desk.people.child-safety")
                    boolean childSafety)
            throws Exception {
        Set<Role> given = roles(roles);
        return terminal.withDesk(desk -> {
            // The password in the environment is that of the login of a shared store.
            boolean own = terminal.shared().isEmpty();
            if (own && desk.people().isEmpty() && terminal.hasPassword()) {
                told(desk.people().first(terminal.person(), name, given, childSafety, terminal.password()), null);
                return Exit.DONE;
            }
            String once = desk.people().add(terminal.person(), name, given, childSafety);
            told(desk.people().find(name).orElseThrow(), once);
            return Exit.DONE;
        });
    }

    @Command(name = "roles")
    int roles(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name,
            @Option(
                            names = "--roles",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            descriptionKey = "moderation-desk.people.which")
                    List<String> roles)
            throws Exception {
        Set<Role> given = roles(roles);
        return changed(desk -> desk.people().setRoles(terminal.person(), name, given));
    }

    @Command(name = "clearance")
    int clearance(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name,
            @Option(
                            names = "--child-safety",
                            negatable = true,
                            required = true,
                            descriptionKey = "moderation-desk.people.child-safety")
                    boolean childSafety)
            throws Exception {
        return changed(desk -> desk.people().setClearance(terminal.person(), name, childSafety));
    }

    /** What is not named is everything. */
    @Command(name = "skills")
    int skills(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name,
            @Option(
                            names = "--languages",
                            split = ",",
                            paramLabel = "TAG",
                            descriptionKey = "moderation-desk.people.languages")
                    @Nullable
                    List<String> languages,
            @Option(
                            names = "--sections",
                            split = ",",
                            paramLabel = "CODE",
                            descriptionKey = "moderation-desk.people.sections")
                    @Nullable
                    List<String> sections)
            throws Exception {
        return terminal.withDesk(desk -> {
            for (String code : set(sections)) {
                if (!desk.book().hasPart(code)) {
                    throw new WrongUse("staff.people.sections.unknown", code);
                }
            }
            desk.skills().set(terminal.person(), name, new Skills(set(languages), set(sections)));
            Skills now = desk.skills().of(desk.people().find(name).orElseThrow().name());
            var object = new LinkedHashMap<String, Object>();
            object.put("name", name);
            object.put("languages", now.languages().stream().sorted().toList());
            object.put("sections", now.sections().stream().sorted().toList());
            String all = desk.texts().get("cli.people.all");
            terminal.says()
                    .result(
                            object,
                            desk.texts()
                                    .get(
                                            "cli.people.skills",
                                            name,
                                            words(now.languages(), all),
                                            words(now.sections(), all)));
            return Exit.DONE;
        });
    }

    private static Set<String> set(@Nullable List<String> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    private static String words(Set<String> named, String all) {
        return named.isEmpty() ? all : named.stream().sorted().collect(Collectors.joining(" "));
    }

    @Command(name = "disable")
    int disable(@Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name)
            throws Exception {
        return changed(desk -> desk.people().setDisabled(terminal.person(), name, true));
    }

    @Command(name = "enable")
    int enable(@Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name)
            throws Exception {
        return changed(desk -> desk.people().setDisabled(terminal.person(), name, false));
    }

    @Command(name = "reset")
    int reset(@Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name)
            throws Exception {
        return terminal.withDesk(desk -> {
            String once = desk.people().reset(terminal.person(), name);
            told(desk.people().find(name).orElseThrow(), once);
            return Exit.DONE;
        });
    }

    /** One's own password: also with one for one use, with which nothing else can be done. */
    @Command(name = "password")
    int password() throws Exception {
        var shared = terminal.shared();
        return shared.isPresent()
                ? terminal.withShared(this::changeOwn, shared.get())
                : terminal.withDesk(this::changeOwn, terminal.folder());
    }

    private int changeOwn(OpenedDesk desk) {
        SignedIn answer = desk.people().changeOwnPassword(terminal.name(), terminal.password(), terminal.newPassword());
        if (!(answer instanceof SignedIn.In in)) {
            throw Terminal.notSignedIn(answer);
        }
        told(desk.people().find(in.person().name()).orElseThrow(), null);
        return Exit.DONE;
    }

    private int changed(Change change) throws Exception {
        return terminal.withDesk(desk -> {
            told(change.on(desk), null);
            return Exit.DONE;
        });
    }

    private void told(Member member, @Nullable String once) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", member.name());
        object.put("roles", member.roles().stream().sorted().toList());
        object.put("childSafety", member.childSafety());
        object.put("disabled", member.disabled());
        object.put("mustChange", member.mustChange());
        object.put(
                "onShiftSince",
                member.onShiftSince() == null ? null : member.onShiftSince().toString());
        if (once != null) {
            object.put("oneTimePassword", once);
        }
        String roles = member.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        String words = terminal.texts()
                .get("cli.people.row", member.name(), roles, member.childSafety() ? 1 : 0, member.disabled() ? 1 : 0);
        terminal.says().result(object, words);
        if (once != null && !terminal.says().json()) {
            terminal.says().message(terminal.texts().get("cli.people.once", member.name(), once));
        }
    }

    private static Set<Role> roles(List<String> given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : given) {
            String wanted = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
            roles.add(EnumSet.allOf(Role.class).stream()
                    .filter(role -> role.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new WrongUse("cli.wrong.choice", name)));
        }
        return roles;
    }

    /** What becomes of somebody. */
    @FunctionalInterface
    private interface Change {
        Member on(OpenedDesk desk);
    }
}
