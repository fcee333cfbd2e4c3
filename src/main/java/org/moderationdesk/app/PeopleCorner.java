package org.moderationdesk.app;

import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredSkills;
import org.moderationdesk.staff.view.PeopleRoom;
import org.moderationdesk.staff.view.PeopleScreen;

/** Puts the screen of people together for the person at the desk. */
final class PeopleCorner {
    private final OpenDesk desk;
    private final Kit kit;
    private final Person person;

    PeopleCorner(OpenDesk desk, Kit kit, Person person) {
        this.desk = desk;
        this.kit = kit;
        this.person = person;
    }

    /** @param signOut once there are people, whoever is here signs in */
    Screen screen(Dialogs dialogs, Runnable signOut) {
        var room = new PeopleRoom(desk.people(), new StoredSkills(desk.store(), desk.log()), this::sectionName);
        return new PeopleScreen(kit, dialogs, room, person, signOut);
    }

    /** A chapter or section in words; empty for a code that the book lacks. */
    private String sectionName(String code) {
        BookWords words = desk.book().words(kit.texts().language());
        return SectionCode.parse(code)
                .flatMap(desk.book()::section)
                .map(section -> words.title(section.code()))
                .or(() -> desk.book().chapters().stream()
                        .filter(chapter -> Integer.toString(chapter.number()).equals(code))
                        .findFirst()
                        .map(chapter -> words.chapter(chapter.number())))
                .orElse("");
    }
}
