-- Names all that an outcome was read from. One that is read from the same as now stays: a late file's run enters the late
-- file alone.

alter table file_outcome add column reading varchar(64) default '' not null;
