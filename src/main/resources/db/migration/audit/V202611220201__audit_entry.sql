create table audit_entry (
    position     bigint generated always as identity primary key,
    at           timestamp with time zone not null,
    subject_kind varchar(40) not null,
    subject_id   uuid not null,
    actor_id     uuid,
    actor_name   varchar(200) not null,
    action       varchar(80) not null,
    details      text not null
);

create index audit_entry_by_subject on audit_entry (subject_kind, subject_id, position);
