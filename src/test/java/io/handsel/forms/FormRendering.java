package io.handsel.forms;

import java.util.Locale;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Renders a template written in a test with the fragments of this module. */
final class FormRendering {

    private static final SpringTemplateEngine THYMELEAF = thymeleaf();

    private FormRendering() {}

    static String render(String template, Map<String, Object> model, Locale locale) {
        MockServletContext servlet = new MockServletContext();
        var exchange = JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse());
        return THYMELEAF.process(template, new WebContext(exchange, locale, model));
    }

    private static SpringTemplateEngine thymeleaf() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(1);
        StringTemplateResolver texts = new StringTemplateResolver();
        texts.setOrder(2);
        SpringTemplateEngine thymeleaf = new SpringTemplateEngine();
        thymeleaf.addTemplateResolver(files);
        thymeleaf.addTemplateResolver(texts);
        thymeleaf.setTemplateEngineMessageSource(FormFixtures.messages());
        return thymeleaf;
    }
}
