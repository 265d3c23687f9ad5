-- One-time links by which people choose a password. A link that has been used or replaced is kept, so that whoever
-- opens it again is told what became of it.
create table password_link (
    token_hash varchar(64) primary key,
    person_id  uuid not null,
    ends_at    timestamp with time zone not null,
    state      varchar(10) not null,
    constraint password_link_of foreign key (person_id) references person (id),
    constraint password_link_state check (state in ('OPEN', 'USED', 'REPLACED'))
);

create index password_link_by_person on password_link (person_id);
create index password_link_by_end on password_link (ends_at);

-- The operator's list goes on by name.
create index person_by_name on person (name, id);
