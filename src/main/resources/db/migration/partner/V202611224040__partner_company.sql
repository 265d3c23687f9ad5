-- What is known of the company behind a partner: by it another application is recognised.
create table partner_company (
    partner_id uuid primary key,
    version    bigint not null,
    domain     varchar(253),
    vat        varchar(40),
    duns       varchar(20),
    country    varchar(2),
    street     varchar(200),
    postcode   varchar(20),
    city       varchar(100),
    telephone  varchar(40),
    constraint partner_company_of foreign key (partner_id) references partner (id)
);
