package org.moderationdesk.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that hold in every room. Each answers with what breaks it, one line each. */
final class HouseRules {
    private static final int MOST_PARAMETERS = 6;
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z0-9]*");
    private static final Set<String> EMPTY_WORDS = Set.of("Manager", "Helper", "Util", "Utils", "Impl", "Base");
    private static final List<String> MUTABLE = List.of(
            "java.util.concurrent.atomic.",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.lang.ThreadLocal",
            "javafx.beans.property.",
            "javafx.collections.");
    private static final List<String> WINDOW_LIBRARIES =
            List.of("javafx.", "com.sun.javafx.", "org.controlsfx.", "atlantafx.", "org.kordamp.");
    private static final Pattern ROOMS_WITH_A_WINDOW = Pattern.compile("fx|shell|app|.*\\.view");

    private final String root;
    private final JavaClasses classes;

    HouseRules(String root, JavaClasses classes) {
        this.root = root;
        this.classes = classes;
    }

    List<String> emptyNames() {
        return all().filter(type -> !type.isAnonymousClass())
                .filter(type -> WORD.matcher(type.getSimpleName())
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(EMPTY_WORDS::contains))
                .map(JavaClass::getName)
                .toList();
    }

    List<String> staticMutableState() {
        return all().flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isOfMutableType(field))
                .map(JavaField::getFullName)
                .toList();
    }

    List<String> longConstructors() {
        return all().filter(type -> !type.isRecord() && !type.isEnum() && !type.isAnonymousClass())
                .filter(type -> !type.isLocalClass())
                .flatMap(type -> type.getConstructors().stream())
                .filter(made -> !made.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(made -> written(made) > MOST_PARAMETERS)
                .map(JavaConstructor::getFullName)
                .toList();
    }

    /** JavaFX belongs to the screens: the plain halves and the command line run without it. */
    List<String> windowsOutsideScreens() {
        return imports(type -> !ROOMS_WITH_A_WINDOW.matcher(room(type)).matches(), to -> WINDOW_LIBRARIES.stream()
                .anyMatch(to::startsWith));
    }

    List<String> screensInCommands() {
        return imports(
                type -> room(type).equals("cli"),
                to -> to.startsWith(root + ".fx.") || to.startsWith(root + ".shell.") || to.contains(".view."));
    }

    /** H2's server and console can run any SQL: they are never started. */
    List<String> databaseServers() {
        return imports(
                _ -> true,
                to -> to.startsWith("org.h2.server.")
                        || to.startsWith("org.h2.tools.Server")
                        || to.startsWith("org.h2.tools.Console"));
    }

    /** WebView and MediaView decode hostile input in the desk's own process. */
    List<String> decodersInTheWindow() {
        return imports(_ -> true, to -> to.startsWith("javafx.scene.web.") || to.startsWith("javafx.scene.media."));
    }

    /** FFmpeg reads hostile files: it runs in a process apart, which the desk reaches by command line alone. */
    List<String> decodersOutsideTheWorker() {
        return imports(
                type -> !room(type).equals("media.worker"),
                to -> to.startsWith("org.bytedeco.") || to.startsWith(root + ".media.worker."));
    }

    /** Java serialisation runs code of whoever wrote the bytes. */
    List<String> serialisation() {
        return imports(_ -> true, to -> to.equals("java.io.ObjectInputStream"));
    }

    /** Who says that it was asked whether a backup may replace the store: they alone have asked. */
    List<String> permitsOfWhoDidNotAsk() {
        Set<String> whoAsk = Set.of(
                root + ".audit.Custody",
                root + ".cli.RestoreCommand",
                root + ".cli.StoreCommand",
                root + ".app.Window");
        String permit = root + ".db.RestorePermit";
        return accesses(
                type -> !whoAsk.contains(type.getName()) && !type.getName().equals(permit),
                access -> access.getTargetOwner().getName().equals(permit));
    }

    List<String> printing() {
        return accesses(
                type -> !room(type).equals("cli"),
                access -> access.getTargetOwner().getName().equals("java.lang.System")
                        && access.getName().equals("out"));
    }

    List<String> stackTracesAndInlineStyles() {
        return accesses(
                _ -> true,
                access -> access.getName().equals("printStackTrace")
                        || access.getName().equals("setStyle"));
    }

    private Stream<JavaClass> all() {
        return classes.stream();
    }

    private List<String> imports(Predicate<JavaClass> from, Predicate<String> to) {
        return all().filter(from)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> to.test(
                        dependency.getTargetClass().getBaseComponentType().getName()))
                .map(dependency -> dependency.getOriginClass().getName() + " imports "
                        + dependency.getTargetClass().getName())
                .distinct()
                .toList();
    }

    private List<String> accesses(Predicate<JavaClass> from, Predicate<JavaAccess<?>> what) {
        return all().filter(from)
                .flatMap(type ->
                        Stream.concat(type.getAccessesFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
                .filter(what)
                .map(access -> access.getDescription())
                .distinct()
                .toList();
    }

    private static boolean isOfMutableType(JavaField field) {
        String name = field.getRawType().getName();
        return MUTABLE.stream().anyMatch(name::startsWith);
    }

    /** The parameters in the source: an inner class is also handed the object around it. */
    private static int written(JavaConstructor made) {
        boolean inner = made.getOwner().isInnerClass();
        return made.getRawParameterTypes().size() - (inner ? 1 : 0);
    }

    private String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : name;
    }
}
