package example;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ActiveProfiles;

/** Starts {@link ExampleApplication} for a test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ExampleApplication.class,
        properties = {
            "spring.flyway.locations=classpath:db/migration/shell,classpath:example",
            "spring.messages.basename=messages,example/messages",
            "handsel.shell.name=Acme partners",
            "handsel.shell.accent=#ffcc00"
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ActiveProfiles("test")
public @interface ShellExample {}
