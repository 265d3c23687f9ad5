package io.handsel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Handsel. */
@SpringBootApplication
public class HandselApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HandselApplication.class, arguments);
    }
}
