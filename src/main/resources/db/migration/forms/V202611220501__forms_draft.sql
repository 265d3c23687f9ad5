create table form_draft (
    id uuid not null primary key,
    owner_id uuid not null,
    form_key varchar(200) not null,
    subject varchar(200) not null,
    answers text not null,
    version bigint not null,
    saved_at timestamp with time zone not null,
    constraint form_draft_one unique (owner_id, form_key, subject)
);
