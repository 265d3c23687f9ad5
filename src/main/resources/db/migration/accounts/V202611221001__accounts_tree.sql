-- Customers as trees: group, legal entity, site, department.
create table account (
    id         uuid primary key,
    parent_id  uuid references account,
    root_id    uuid not null references account,
    -- The ids from the root to the node itself, each followed by a slash: an ancestor's path starts its descendants'.
    path       varchar(400) not null,
    kind       varchar(20) not null,
    name       varchar(200) not null,
    search_key varchar(220) not null,
    country    varchar(2),
    state      varchar(200),
    postcode   varchar(200),
    city       varchar(200),
    city_key   varchar(220),
    created_at timestamp with time zone not null,
    version    bigint not null
);

create index account_by_root on account (root_id);
create index account_by_parent on account (parent_id);
create index account_by_search_key on account (search_key, id);

-- Every name an account has or had.
create table account_name (
    account_id uuid not null references account,
    kind       varchar(20) not null,
    name       varchar(200) not null,
    primary key (account_id, kind, name)
);

-- What an account is recognised by, normalised. The first account that has an identifier is its sole holder; D-U-N-S,
-- VAT and registry numbers have no other. Domains and names may be shared, and those who share them are not sole:
-- a unique key does not compare nulls. Two partners who bring the same unknown customer at once meet here.
create table account_identity (
    id         uuid primary key,
    account_id uuid not null references account,
    kind       varchar(20) not null,
    -- Names: the country they are used in; otherwise empty.
    scope      varchar(2) not null,
    identifier varchar(220) not null,
    sole       boolean,
    constraint account_identity_sole unique (kind, identifier, scope, sole),
    constraint account_identity_once unique (account_id, kind, identifier, scope),
    constraint account_identity_number_is_sole check (kind in ('DOMAIN', 'NAME') or sole is not null)
);

-- What the vendor has laid down, with its history: the newest row that has begun counts. No row means open.
create table account_designation (
    id          uuid primary key,
    account_id  uuid not null references account,
    designation varchar(20) not null,
    partner_id  uuid,
    owner_id    uuid,
    reason      varchar(500),
    help_paid   varchar(500),
    valid_from  date not null,
    review_on   date,
    recorded_at timestamp with time zone not null,
    constraint account_designation_names_partner check ((designation = 'ASSIGNED') = (partner_id is not null))
);

create index account_designation_by_account on account_designation (account_id, valid_from);
