-- A merged account stays as a tombstone: whoever still has its address is led to the account it became part of. It has
-- nothing of its own any more, and it is a tree by itself, so that nobody meets it who looks at trees.
alter table account add column merged_into uuid references account;
alter table account add column merged_at timestamp with time zone;
alter table account add constraint account_merged_is_no_node
    check (merged_into is null or (parent_id is null and root_id = id and merged_at is not null));

create index account_by_merged_into on account (merged_into);

-- The questions asked about an account follow it.
create index account_question_by_account on account_question (account_id);
