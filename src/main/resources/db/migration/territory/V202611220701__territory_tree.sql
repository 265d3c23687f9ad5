create table territory (
    id                  uuid primary key,
    code                varchar(60) not null,
    name                varchar(200) not null,
    parent_id           uuid,
    manager_id          uuid not null,
    director_id         uuid not null,
    currency            varchar(3) not null,
    zone                varchar(60) not null,
    holiday_country     varchar(2) not null,
    holiday_subdivision varchar(10),
    working_week        varchar(400) not null,
    version             bigint not null,
    constraint territory_code_once unique (code),
    constraint territory_managed_by foreign key (manager_id) references person (id),
    constraint territory_directed_by foreign key (director_id) references person (id),
    constraint territory_parent foreign key (parent_id) references territory (id),
    constraint territory_not_its_own_parent check (parent_id <> id)
);
