create table person (
    id              uuid primary key,
    version         bigint not null,
    sign_in_name    varchar(100) not null,
    name            varchar(200) not null,
    email           varchar(254) not null,
    password_hash   varchar(255),
    epoch           integer not null,
    organisation_id uuid,
    locale          varchar(35) not null,
    zone            varchar(64) not null,
    telephone       varchar(40),
    photo           varchar(500),
    active          boolean not null,
    single_keys     boolean not null,
    created_at      timestamp with time zone not null,
    constraint person_sign_in_name_unique unique (sign_in_name)
);

create index person_by_organisation on person (organisation_id, name);

create table person_role (
    person_id uuid not null references person (id),
    role      varchar(40) not null,
    primary key (person_id, role)
);

create index person_role_by_role on person_role (role, person_id);
