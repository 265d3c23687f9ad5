-- Accounts brought in from files. The file is kept here, so that any node can go on where another one stopped.
create table account_import (
    id            uuid primary key,
    file_name     varchar(200) not null,
    uploaded_by   uuid not null,
    uploader      varchar(200) not null,
    uploaded_at   timestamp with time zone not null,
    status        varchar(20) not null,
    charset       varchar(20) not null,
    delimiter     varchar(1) not null,
    -- Which column holds what, as JSON: {"NAME": 1}.
    columns       text not null,
    total_rows    bigint not null,
    done_rows     bigint not null,
    created_rows  bigint not null,
    known_rows    bigint not null,
    refused_rows  bigint not null,
    finished_at   timestamp with time zone,
    -- Who works on it, and until when nobody else may.
    lease_owner   varchar(80),
    lease_until   timestamp with time zone
);

create index account_import_by_status on account_import (status, lease_until);

create table account_import_chunk (
    import_id uuid not null references account_import,
    place     integer not null,
    content   bytea not null,
    primary key (import_id, place)
);

-- What came of each row; the key keeps a row from being taken twice, whoever starts again where.
create table account_import_row (
    import_id  uuid not null references account_import,
    row_number bigint not null,
    name       varchar(200) not null,
    result     varchar(20) not null,
    reason     varchar(40),
    account_id uuid,
    primary key (import_id, row_number)
);
