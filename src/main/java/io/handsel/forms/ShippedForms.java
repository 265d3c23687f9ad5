package io.handsel.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Forms that come with the application, in {@code forms/<module>/<name>.form}. */
@Component
@Order(2)
class ShippedForms implements FormSource {

    @Override
    public Optional<String> newest(String module, String name) {
        ClassPathResource file = new ClassPathResource("forms/" + module + "/" + name + ".form");
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<String> deployed(String deployment, String name) {
        return Optional.empty();
    }
}
