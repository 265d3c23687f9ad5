-- From when the days of the mails are counted.
alter table candidate add column outreach_since timestamp with time zone;
