-- A partner company's locations. Never deleted: people, deals and claims name them.
create table partner_location (
    id         uuid primary key,
    version    bigint not null,
    partner_id uuid not null,
    name       varchar(100) not null,
    -- The name in small letters: by it a location is one of its company.
    name_key   varchar(100) not null,
    country    varchar(2) not null,
    city       varchar(100) not null,
    open       boolean not null,
    constraint partner_location_of foreign key (partner_id) references partner (id),
    constraint partner_location_named_once unique (partner_id, name_key),
    constraint partner_location_referable unique (id, partner_id)
);

-- Nobody is limited to a location of another company.
alter table person add constraint person_at_location_of_company
    foreign key (location_id, organisation_id) references partner_location (id, partner_id);
create index person_by_location on person (location_id);
