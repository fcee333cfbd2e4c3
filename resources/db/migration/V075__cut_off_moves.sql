-- stopped: by somebody who asked for it, so that the desk does not go on by itself.
-- partly: moved by somebody who is not shown every case; the rest is for who is.
alter table routing_move add column stopped boolean default false not null;
alter table routing_move add column partly boolean default false not null;
