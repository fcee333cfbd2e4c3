-- Asked of each decision that could be drawn: whether it took another's place.
create index difference_resolution_of_replacement on difference_resolution (replacement);
