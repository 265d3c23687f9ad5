create table partner (
    id            uuid primary key,
    name          varchar(200) not null,
    partner_type  varchar(40) not null,
    tier          varchar(40) not null,
    region        varchar(100) not null,
    locale        varchar(20) not null,
    zone          varchar(60) not null,
    currency      varchar(3) not null,
    service_level varchar(60) not null,
    manager_id    uuid not null,
    standing      varchar(20) not null,
    version       bigint not null,
    constraint partner_managed_by foreign key (manager_id) references person (id),
    constraint partner_standing check (standing in
        ('CANDIDATE', 'APPLICANT', 'ONBOARDING', 'ACTIVE', 'SUSPENDED', 'ENDED'))
);

create index partner_by_name on partner (name);
create index partner_by_manager on partner (manager_id);

create table partner_product_line (
    partner_id   uuid not null,
    product_line varchar(60) not null,
    primary key (partner_id, product_line),
    constraint partner_product_line_of foreign key (partner_id) references partner (id)
);

create table partner_territory (
    partner_id   uuid not null,
    territory_id uuid not null,
    primary key (partner_id, territory_id),
    constraint partner_territory_of foreign key (partner_id) references partner (id),
    constraint partner_territory_is foreign key (territory_id) references territory (id)
);

create table partner_substitution (
    id            uuid primary key,
    manager_id    uuid not null,
    substitute_id uuid not null,
    starts_at     timestamp with time zone not null,
    ends_at       timestamp with time zone not null,
    constraint partner_substitution_for foreign key (manager_id) references person (id),
    constraint partner_substitution_by foreign key (substitute_id) references person (id),
    constraint partner_substitution_of_another check (manager_id <> substitute_id),
    constraint partner_substitution_lasts check (starts_at < ends_at)
);

create index partner_substitution_by_manager on partner_substitution (manager_id, ends_at);
create index partner_substitution_by_substitute on partner_substitution (substitute_id, ends_at);
