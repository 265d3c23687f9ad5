package io.handsel.tasklist.web;

import io.handsel.security.Role;
import io.handsel.shell.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The task list's place in the navigation. */
@Configuration(proxyBeanMethods = false)
class TaskListEntries {

    @Bean
    NavigationEntry tasksEntry() {
        return NavigationEntry.of("/tasks", "tasklist.title", 10, Role.DECIDERS);
    }
}
