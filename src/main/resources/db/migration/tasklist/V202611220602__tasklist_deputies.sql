create table deputy (
    id            uuid                     primary key,
    absentee      uuid                     not null,
    absentee_name   varchar(200)             not null,
    deputy        uuid                     not null,
    deputy_name   varchar(200)             not null,
    -- The groups the absentee had when they asked for it, separated by commas.
    candidates    varchar(400)             not null,
    starts        timestamp with time zone not null,
    ends          timestamp with time zone not null,
    program       varchar(100),
    most_amount   numeric(19, 4),
    most_currency varchar(3),
    made_by       uuid                     not null,
    made          timestamp with time zone not null,
    constraint deputy_is_another check (absentee <> deputy),
    constraint deputy_period check (starts < ends)
);
create index deputy_deputy on deputy (deputy, ends);
create index deputy_absent on deputy (absentee, ends);
