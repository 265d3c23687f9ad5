-- Mails of the mailbox of outreach that have had their effect: each has it once, however many nodes read it.
create table outreach_answer (
    mail    varchar(64) primary key,
    read_at timestamp with time zone not null
);
