package org.moderationdesk.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The packages of the house, lowest first: each may import only those named before it. */
final class Floors {
    private static final List<String> PLAIN = List.of(
            // ground and kits
            "base",
            "db",
            "fx",
            // plain
            "settings",
            "media",
            "media.decode",
            "media.worker",
            "log",
            "staff",
            // nouns
            "proof",
            "guidelines",
            "items",
            "decisions",
            // work
            "routing",
            "queue",
            "intake",
            "referrals.ncmec",
            "referrals.targets",
            "referrals",
            "orders",
            "notices",
            "wellbeing",
            "review",
            "retention",
            "agreement",
            "approvals",
            "quality",
            "calibration",
            "editions",
            "appeals",
            "search",
            "audit",
            "insights",
            "authorities",
            "emergency",
            "transparency",
            "practice",
            "practice.scoring",
            "sample");
    private static final List<String> DOORS_AND_ROOF = List.of("cli", "shell", "app");
    private static final List<String> KITS = List.of("db", "fx");

    private final String root;
    private final List<String> floors;

    /** @param root the package that the floors lie in, such as {@code org.moderationdesk} */
    Floors(String root) {
        this.root = root;
        this.floors = Stream.of(PLAIN.stream(), PLAIN.stream().map(name -> name + ".view"), DOORS_AND_ROOF.stream())
                .flatMap(names -> names)
                .toList();
    }

    /** What breaks the order of the floors, one sentence each; empty if nothing does. */
    List<String> violations(JavaClasses classes) {
        List<String> found = new ArrayList<>();
        for (JavaClass from : classes) {
            String room = room(from);
            if (!floors.contains(room)) {
                found.add(from.getName() + " is on no floor: name its package in Floors");
                continue;
            }
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (isInHouse(to) && floors.contains(room(to)) && !mayImport(room, room(to))) {
                    found.add("%s imports %s, but %s lies below %s"
                            .formatted(from.getName(), to.getName(), room, room(to)));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private boolean mayImport(String from, String to) {
        boolean otherKit = KITS.contains(from) && KITS.contains(to) && !from.equals(to);
        return !otherKit && floors.indexOf(to) <= floors.indexOf(from);
    }

    private boolean isInHouse(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private String room(JavaClass type) {
        return isInHouse(type) ? type.getPackageName().substring(root.length() + 1) : type.getPackageName();
    }
}
