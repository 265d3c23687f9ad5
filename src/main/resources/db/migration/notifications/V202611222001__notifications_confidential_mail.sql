-- Links by which people sign in are their secret: the operator does not read them, and once sent they are forgotten.
alter table outbox_mail add column confidential boolean default false not null;
