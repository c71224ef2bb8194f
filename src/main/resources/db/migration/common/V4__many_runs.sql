-- PostgreSQL makes no index for a foreign key: a look-up among 11,000 rows took 2.1 ms, and takes 0.2 ms with these.

create index batch_step_of_job on batch_step_execution (job_execution_id, step_name);
create index batch_job_of_instance on batch_job_execution (job_instance_id);
create index batch_params_of_job on batch_job_execution_params (job_execution_id);

-- A text may hold what no PostgreSQL keeps, and then takes more letters than Excel's 32,767: see StoredText.

alter table submission alter column letter_number set data type varchar(200000);
alter table submission alter column person set data type varchar(200000);
alter table submission alter column phone set data type varchar(200000);
alter table claim alter column evidence_number set data type varchar(200000);
alter table claim alter column progress_kk set data type varchar(200000);
alter table claim alter column progress_ru set data type varchar(200000);
alter table claim alter column reason set data type varchar(200000);
alter table claim alter column contact set data type varchar(200000);
alter table claim alter column place_file set data type varchar(25000);
alter table claim alter column place_sheet set data type varchar(2500);
alter table finding alter column place_file set data type varchar(25000);
alter table finding alter column place_sheet set data type varchar(2500);
alter table finding alter column found set data type varchar(2500);
alter table finding alter column arguments set data type varchar(200000);
