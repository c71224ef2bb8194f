-- What stands above the form's table, beside the letter's date.

alter table submission add column letter_number varchar(32767) default '' not null;
alter table submission add column person varchar(32767) default '' not null;
alter table submission add column phone varchar(32767) default '' not null;
