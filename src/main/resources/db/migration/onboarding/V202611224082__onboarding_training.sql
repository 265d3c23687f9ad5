create table training_version (
    course       varchar(40) not null,
    number       integer not null,
    published_by uuid not null,
    published_at timestamp with time zone not null,
    primary key (course, number)
);

create table training_lesson (
    course   varchar(40) not null,
    number   integer not null,
    place    integer not null,
    title_en varchar(200) not null,
    title_de varchar(200) not null,
    text_en  text not null,
    text_de  text not null,
    quiz_en  text not null,
    quiz_de  text not null,
    primary key (course, number, place),
    constraint training_lesson_of_version foreign key (course, number) references training_version (course, number)
);

create sequence training_certificate_number start with 1 increment by 1;

create table training_certificate (
    id                 uuid primary key,
    certificate_number varchar(30) not null,
    person_id          uuid not null,
    partner_id         uuid not null,
    course             varchar(40) not null,
    course_version     integer not null,
    right_answers      integer not null,
    questions          integer not null,
    state              varchar(20) not null,
    issued_at          timestamp with time zone not null,
    expires_at         timestamp with time zone not null,
    constraint training_certificate_numbered_once unique (certificate_number),
    constraint training_certificate_of_person foreign key (person_id) references person (id),
    constraint training_certificate_of_partner foreign key (partner_id) references partner (id),
    constraint training_certificate_state check (state in ('VALID', 'RENEWED', 'EXPIRED')),
    constraint training_certificate_ends check (expires_at > issued_at)
);

create index training_certificate_by_person on training_certificate (person_id, issued_at);
create index training_certificate_by_partner on training_certificate (partner_id, issued_at);
