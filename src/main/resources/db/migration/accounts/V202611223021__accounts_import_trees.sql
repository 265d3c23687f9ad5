-- By what a file calls its own rows, and by what a row calls its parent: parents may come after their children.
alter table account_import_row add column own_key varchar(220);
alter table account_import_row add column parent_key varchar(220);

create index account_import_row_by_key on account_import_row (import_id, own_key);
