create table planted_higher (id bigint not null primary key);
