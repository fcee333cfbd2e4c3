package org.moderationdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of the README says of each role and right what the desk does. */
class RightsTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Z_]+)` \\|[^|]*\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|([^|]*)\\|");
    private static final List<Role> COLUMNS = List.of(Role.REVIEWER, Role.TEAM_LEAD, Role.TRAINER, Role.ADMINISTRATOR);

    @Test
    void theReadmesTableIsWhatTheDeskDoes() throws IOException {
        assertThat(faults(Files.readAllLines(Path.of("README.md")))).isEmpty();
    }

    @Test
    void aPlantedFaultInTheTableIsCaught() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("README.md")));
        lines.replaceAll(line ->
                line.startsWith("| `EXPORT`") ? line.replace("|\n", "|").replaceFirst("\\| \\|", "| yes |") : line);
        lines.removeIf(line -> line.startsWith("| `BACKUP`"));
        lines.replaceAll(line -> line.startsWith("| `LOOK_SEALED`") ? line.replaceFirst("cleared", "yes") : line);

        assertThat(faults(lines))
                .containsExactlyInAnyOrder(
                        "EXPORT of REVIEWER", "LOOK_SEALED of REVIEWER without the clearance", "no row for BACKUP");
    }

    @Test
    void whoHasSeveralRolesMayWhatAnyOfThemMay() {
        var both = new Person("p", Set.of(Role.REVIEWER, Role.ADMINISTRATOR), false);
        assertThat(Rights.has(both, Right.CLAIM)).isTrue();
        assertThat(Rights.has(both, Right.BACKUP)).isTrue();
        assertThat(Rights.has(both, Right.APPROVE)).isFalse();
        assertThat(Rights.sees(both, true)).isFalse();
        assertThat(Rights.sees(both, false)).isTrue();
    }

    @Test
    void theOnePersonOfADeskWithoutPeopleMayEverything() {
        assertThat(Right.values()).allMatch(right -> Rights.has(Person.alone("computer"), right));
    }

    @Test
    void aRefusalCarriesTheRightAndNamesNobody() {
        assertThatThrownBy(() -> Rights.require(new Person("Noor", Set.of(Role.REVIEWER), true), Right.EXPORT))
                .hasMessage("right refused: EXPORT")
                .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                        .isEqualTo(Right.EXPORT));
    }

    private static List<String> faults(List<String> readme) {
        List<String> faults = new ArrayList<>();
        Set<Right> missing = EnumSet.allOf(Right.class);
        for (String line : readme) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Right right = Right.valueOf(row.group(1));
                missing.remove(right);
                for (int i = 0; i < COLUMNS.size(); i++) {
                    check(right, COLUMNS.get(i), row.group(i + 2).strip(), faults);
                }
            }
        }
        missing.forEach(right -> faults.add("no row for " + right));
        return faults;
    }

    private static void check(Right right, Role role, String cell, List<String> faults) {
        assertThat(cell).isIn("yes", "cleared", "");
        if (Rights.has(new Person("p", Set.of(role), true), right) == cell.isEmpty()) {
            faults.add(right + " of " + role);
        }
        if (Rights.has(new Person("p", Set.of(role), false), right) != cell.equals("yes")
                && !(cell.isEmpty() || faults.contains(right + " of " + role))) {
            faults.add(right + " of " + role + " without the clearance");
        }
    }
}
