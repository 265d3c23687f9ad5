create sequence application_number start with 1 increment by 1;

create table partner_application (
    id                 uuid primary key,
    version            bigint not null,
    application_number varchar(30) not null,
    status             varchar(20) not null,
    business_name      varchar(200) not null,
    street             varchar(200) not null,
    postcode           varchar(20),
    city               varchar(100) not null,
    country            varchar(2) not null,
    telephone          varchar(40) not null,
    contact_name       varchar(200) not null,
    contact_email      varchar(254) not null,
    contact_telephone  varchar(40),
    domain             varchar(253) not null,
    primary_dns        varchar(253) not null,
    secondary_dns      varchar(253) not null,
    partner_type       varchar(40) not null,
    service_level      varchar(60) not null,
    company_size       varchar(40) not null,
    certificates       varchar(1000),
    vat                varchar(40),
    duns               varchar(20),
    additional         text not null,
    domain_mark        varchar(253) not null,
    vat_mark           varchar(40),
    duns_mark          varchar(20),
    name_mark          varchar(250),
    candidate_id       uuid,
    locale             varchar(20) not null,
    applied_at         timestamp with time zone not null,
    may_be_partner     boolean not null,
    answer_due         timestamp with time zone,
    asked_at           timestamp with time zone,
    question           varchar(2000),
    question_due       timestamp with time zone,
    answer             varchar(2000),
    reviewed_by        uuid,
    reviewed_at        timestamp with time zone,
    decided_by         uuid,
    decided_at         timestamp with time zone,
    decision_note      varchar(2000),
    decision_text      varchar(2000),
    rejection          varchar(40),
    reapply_from       date,
    partner_id         uuid,
    closed_at          timestamp with time zone,
    constraint application_numbered_once unique (application_number),
    constraint application_status check (status in
        ('RECEIVED', 'IN_REVIEW', 'QUESTION_ASKED', 'SECOND_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    constraint application_reviewed_by foreign key (reviewed_by) references person (id),
    constraint application_decided_by foreign key (decided_by) references person (id),
    constraint application_became foreign key (partner_id) references partner (id),
    -- Never by a machine alone: who is approved or rejected has a person to thank for it.
    constraint application_decided_by_a_person check
        (status not in ('APPROVED', 'REJECTED') or (decided_by is not null and decided_at is not null)),
    constraint application_approved_with_partner check ((status = 'APPROVED') = (partner_id is not null)),
    constraint application_rejected_with_reason check
        (status <> 'REJECTED' or (rejection is not null and decision_text is not null and reapply_from is not null)),
    constraint application_seen_by_two check
        (status <> 'APPROVED' or reviewed_by is null or reviewed_by <> decided_by)
);

create index application_by_status on partner_application (status, applied_at, id);
create index application_by_domain on partner_application (domain_mark);
create index application_by_vat on partner_application (vat_mark);
create index application_by_duns on partner_application (duns_mark);
create index application_by_name on partner_application (name_mark);

create table application_product (
    application_id uuid not null,
    product        varchar(60) not null,
    primary key (application_id, product),
    constraint application_product_of foreign key (application_id) references partner_application (id)
);

create table application_link (
    token_hash     varchar(64) primary key,
    application_id uuid not null,
    ends_at        timestamp with time zone not null,
    constraint application_link_to foreign key (application_id) references partner_application (id)
);

create index application_link_by_application on application_link (application_id);

-- Of two applications with one domain only one becomes a partner, unless whoever approves says that they are two companies.
create table application_domain (
    domain_mark    varchar(253) primary key,
    application_id uuid not null,
    constraint application_domain_of foreign key (application_id) references partner_application (id)
);
