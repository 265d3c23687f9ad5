package io.handsel.shell.web;

import io.handsel.shell.ReaderFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives every template {@code #format} and {@code #frame}. Expression objects and not beans, because Thymeleaf refuses
 * beans in attributes that it guards.
 */
@Component
class TemplateWords extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> words;

    TemplateWords(ReaderFormat format, Frame frame) {
        super("handsel");
        this.words = Map.of("format", format, "frame", frame);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {
            @Override
            public Set<String> getAllExpressionObjectNames() {
                return words.keySet();
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return words.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
