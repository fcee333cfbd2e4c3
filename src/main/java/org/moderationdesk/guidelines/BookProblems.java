package org.moderationdesk.guidelines;

import java.util.List;
import java.util.stream.Collectors;

/** The edition cannot be used; says every fault that was found and where. */
public final class BookProblems extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<BookProblem> problems;

    public BookProblems(List<BookProblem> problems) {
        super(problems.stream().map(BookProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<BookProblem> problems() {
        return problems;
    }
}
