-- What became of each received file, by its line in the ledger. Derived: the archive has the truth.

create table file_outcome (
    line bigint primary key,
    verdict varchar(30) not null,
    rows_seen integer not null,
    rows_accepted integer not null,
    rows_refused integer not null,
    rows_ignored integer not null
);

create table submission (
    line bigint primary key references file_outcome (line) on delete cascade,
    plan varchar(200) not null,
    redaction varchar(200) not null,
    period varchar(10) not null,
    agency varchar(100) not null,
    form_version varchar(50) not null,
    seal varchar(20) not null,
    letter_date date,
    rows_seen integer not null,
    rows_accepted integer not null,
    rows_refused integer not null,
    rows_ignored integer not null
);

create table claim (
    line bigint not null references submission (line) on delete cascade,
    position integer not null,
    measure integer not null,
    plan_year integer not null,
    agency varchar(100) not null,
    status varchar(20),
    completed_on date,
    evidence_kind varchar(20),
    evidence_number varchar(32767) not null,
    evidence_date date,
    -- numbers as written: a decimal column would add or drop zeros
    actual varchar(400),
    numerator varchar(400),
    denominator varchar(400),
    spent varchar(400),
    progress_kk varchar(32767) not null,
    progress_ru varchar(32767) not null,
    reason varchar(32767) not null,
    expected_on date,
    contact varchar(32767) not null,
    place_file varchar(4000) not null,
    place_sheet varchar(400) not null,
    place_cell varchar(100) not null,
    primary key (line, position)
);

create table finding (
    line bigint not null references file_outcome (line) on delete cascade,
    position integer not null,
    code varchar(100) not null,
    place_file varchar(4000) not null,
    place_sheet varchar(400) not null,
    place_cell varchar(100) not null,
    found varchar(400) not null,
    -- typed values by name, as JSON
    arguments varchar(32767) not null,
    primary key (line, position)
);
