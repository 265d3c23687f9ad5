-- Looks at the counter of task changes without moving it.
create view task_change_now as
select base_value as moved from information_schema.sequences where lower(sequence_name) = 'task_change';
