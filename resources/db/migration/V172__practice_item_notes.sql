-- A trainer's note may be about one item of the run; null for the run as a whole.
alter table practice.note add column item_id varchar(200);
