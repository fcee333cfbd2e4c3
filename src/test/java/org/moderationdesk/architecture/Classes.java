package org.moderationdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The compiled classes that the rules look at. */
final class Classes {
    static final String ROOT = "org.moderationdesk";
    static final String PLANTED = "org.moderationdesk.architecture.planted";

    private Classes() {}

    static JavaClasses ofTheHouse() {
        return new ClassFileImporter().importPath(Path.of("target", "classes"));
    }

    static JavaClasses planted() {
        return new ClassFileImporter()
                .importPath(Path.of("target", "test-classes").resolve(PLANTED.replace('.', '/')));
    }
}
