-- Who takes care of a colleague's work and when, as told by the module that arranges it.
create table task_substitute (
    id         uuid                     primary key,
    absentee   uuid                     not null,
    substitute uuid                     not null,
    starts     timestamp with time zone not null,
    ends       timestamp with time zone not null
);
create index task_substitute_ends on task_substitute (ends, starts);
