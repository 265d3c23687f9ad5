-- One row per open task, written by the transaction that opens, changes or ends the task.
create table task_entry (
    task_id        varchar(64)              primary key,
    process        varchar(255)             not null,
    element        varchar(255)             not null,
    name           varchar(255)             not null,
    case_key       varchar(255)             not null,
    title          varchar(400)             not null,
    partner_id     uuid,
    partner_name   varchar(300),
    territory      varchar(200),
    value_amount   numeric(19, 4),
    value_currency varchar(3),
    program        varchar(100),
    candidates     varchar(400)             not null,
    assignee       uuid,
    assignee_name  varchar(200),
    -- A deputy who took the task sees it only as long as they are deputy of this person.
    held_for       uuid,
    created        timestamp with time zone not null,
    due            timestamp with time zone,
    -- What the list is ordered by: the due time, or the end of time.
    clock          timestamp with time zone not null,
    follow_up      timestamp with time zone,
    priority       integer                  not null,
    -- Moves with every change: a decision made on an older one does not count.
    version        bigint                   not null,
    changed        timestamp with time zone not null,
    -- Lower case, for searching.
    words          varchar(1500)            not null
);
create index task_entry_case on task_entry (case_key);
create index task_entry_assignee on task_entry (assignee, clock, created, task_id);
create index task_entry_partner on task_entry (partner_id);
create index task_entry_follow_up on task_entry (follow_up, task_id);

-- Who may see a task: a group (group:manager) or a person (person:<id>).
create table task_reader (
    reader  varchar(100)             not null,
    clock   timestamp with time zone not null,
    created timestamp with time zone not null,
    task_id varchar(64)              not null references task_entry on delete cascade,
    primary key (reader, clock, created, task_id)
);
create index task_reader_task on task_reader (task_id);

-- Moves whenever a task changes; every node looks at it to tell its open pages.
create sequence task_change;

create table task_filter (
    id      uuid                     primary key,
    owner   uuid                     not null,
    name    varchar(80)              not null,
    -- As in the address bar.
    query   varchar(1000)            not null,
    shared  boolean                  not null,
    created timestamp with time zone not null,
    constraint task_filter_name unique (owner, name)
);

create table task_presence (
    task_id varchar(64)              not null,
    person  uuid                     not null,
    name    varchar(200)             not null,
    seen    timestamp with time zone not null,
    primary key (task_id, person)
);
create index task_presence_seen on task_presence (seen);
