-- What is taken out of the counts for a person who may not know of child-safety cases.
create index case_child_safety on open_case (child_safety, state, queue, severity);
