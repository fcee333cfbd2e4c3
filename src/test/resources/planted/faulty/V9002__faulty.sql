create table planted_faulty (id int primary key); insert into no_such_table values (1);
