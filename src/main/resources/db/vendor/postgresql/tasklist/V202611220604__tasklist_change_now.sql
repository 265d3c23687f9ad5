-- Looks at the counter of task changes without moving it.
create view task_change_now as select last_value as moved from task_change;
