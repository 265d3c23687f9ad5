-- What looked like an applicant when it was checked: a partner, or another application.
create table application_likeness (
    application_id uuid not null,
    alike_id       uuid not null,
    kind           varchar(20) not null,
    reasons        varchar(100) not null,
    primary key (application_id, alike_id),
    constraint application_likeness_of foreign key (application_id) references partner_application (id),
    constraint application_likeness_kind check (kind in ('PARTNER', 'APPLICATION'))
);
