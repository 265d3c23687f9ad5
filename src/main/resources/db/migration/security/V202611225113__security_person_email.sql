create index person_by_email on person (email);
