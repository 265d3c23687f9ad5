-- Until when the people of a partner that has ended still read; null where nobody does, or nothing has ended.
alter table partner add column access_until timestamp with time zone;
alter table partner add constraint partner_access check (access_until is null or standing = 'ENDED');
create index partner_by_access on partner (access_until);
