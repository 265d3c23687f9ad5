-- Candidates brought in from files. The file is kept here, so that any node can go on where another one stopped.
create table candidate_import (
    id            uuid primary key,
    campaign_id   uuid not null references campaign,
    file_name     varchar(200) not null,
    uploaded_by   uuid not null,
    uploader      varchar(200) not null,
    uploaded_at   timestamp with time zone not null,
    status        varchar(20) not null,
    charset       varchar(20) not null,
    delimiter     varchar(1) not null,
    total_rows    bigint not null,
    done_rows     bigint not null,
    created_rows  bigint not null,
    known_rows    bigint not null,
    closed_rows   bigint not null,
    refused_rows  bigint not null,
    finished_at   timestamp with time zone,
    -- Who works on it, and until when nobody else may.
    lease_owner   varchar(80),
    lease_until   timestamp with time zone,
    constraint candidate_import_status check (status in ('RUNNING', 'FINISHED'))
);

create index candidate_import_by_status on candidate_import (status, lease_until);
create index candidate_import_by_campaign on candidate_import (campaign_id, uploaded_at desc);

create table candidate_import_chunk (
    import_id uuid not null references candidate_import,
    place     integer not null,
    content   bytea not null,
    primary key (import_id, place)
);

-- What came of each row; the key keeps a row from being taken twice, whoever starts again where.
create table candidate_import_row (
    import_id    uuid not null references candidate_import,
    row_number   bigint not null,
    company      varchar(200) not null,
    result       varchar(20) not null,
    reason       varchar(40),
    candidate_id uuid,
    primary key (import_id, row_number)
);
