create table planted_later (id int primary key);
