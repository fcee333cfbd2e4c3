package org.moderationdesk.app;

import java.util.List;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Screen;
import org.moderationdesk.guidelines.BookWords;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.routing.view.QueueRooms;
import org.moderationdesk.routing.view.QueuesScreen;
import org.moderationdesk.shell.StatusBar;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.StoredSkills;
import org.moderationdesk.staff.view.PeopleRoom;
import org.moderationdesk.staff.view.PeopleScreen;

/** Puts the screens about the team together, each when one first goes there. */
record TeamCorner(OpenDesk desk, Kit kit, Furnishing furnishing, Dialogs dialogs, StatusBar statusBar, Wishes wishes) {
    Screen queues() {
        var rooms = new QueueRooms(desk.plans(), desk.rerouting(), desk.people(), this::certifications);
        return new QueuesScreen(kit, rooms, furnishing.person());
    }

    private List<String> certifications(Person person) {
        return Rights.has(person, Right.PRACTISE)
                ? desk.practice().certifying().all(person).stream()
                        .filter(one -> !one.withdrawn())
                        .map(Certification::name)
                        .toList()
                : List.of();
    }

    Screen people() {
        var room = new PeopleRoom(desk.people(), new StoredSkills(desk.store(), desk.log()), this::sectionName);
        return new PeopleScreen(kit, dialogs, room, furnishing.person(), wishes::signOut);
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
