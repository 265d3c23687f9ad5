package io.handsel.shell.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page may use: a fresh key for its form. */
@ControllerAdvice(annotations = Controller.class)
class PageAdvice {

    @ModelAttribute("once")
    String once() {
        return UUID.randomUUID().toString();
    }
}
