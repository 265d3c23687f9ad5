-- From when on the list shows the task: where nobody has put it aside, always.
alter table task_reader add column wakes timestamp with time zone
    default timestamp with time zone '1970-01-01 00:00:00+00' not null;
update task_reader set wakes = (select e.follow_up from task_entry e where e.task_id = task_reader.task_id)
where exists (select 1 from task_entry e where e.task_id = task_reader.task_id and e.follow_up is not null);
