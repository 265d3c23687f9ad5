-- What people put to a case while they work on its tasks.
create table task_comment (
    id       uuid                     primary key,
    case_key varchar(255)             not null,
    author   uuid                     not null,
    name     varchar(200)             not null,
    written  timestamp with time zone not null,
    words    varchar(4000)            not null
);
create index task_comment_case on task_comment (case_key, written);

create table attachment (
    id        uuid                     primary key,
    case_key  varchar(255)             not null,
    field     varchar(200),
    file_name varchar(200)             not null,
    mime_type varchar(100)             not null,
    size      bigint                   not null,
    author    uuid                     not null,
    name      varchar(200)             not null,
    added     timestamp with time zone not null,
    content   bytea                    not null
);
create index attachment_case on attachment (case_key, added);

-- What people answered in forms that no Java reads.
create table task_answer (
    id       uuid                     primary key,
    case_key varchar(255)             not null,
    process  varchar(255)             not null,
    element  varchar(255)             not null,
    person   uuid                     not null,
    name     varchar(200)             not null,
    given    timestamp with time zone not null,
    answers  text                     not null
);
create index task_answer_case on task_answer (case_key, given);
