-- Where whoever gets this mail can say that they want no more; only mails nobody has asked for have it.
alter table outbox_mail add column unsubscribe varchar(500);
