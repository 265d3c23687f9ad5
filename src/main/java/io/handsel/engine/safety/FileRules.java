package io.handsel.engine.safety;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which files are read at all. Comes before every other reader, so that those meet only short files without a document
 * type, without entities and without references to schemas elsewhere: the engine's own reader would fetch these.
 */
final class FileRules {

    static final int MOST_BYTES = 1_000_000;

    private static final int MOST_ELEMENTS = 20_000;
    private static final int DEEPEST_ELEMENT = 64;
    private static final int MOST_STEPS = 1_000;
    private static final Set<String> XML = Set.of("bpmn", "dmn");

    private FileRules() {}

    /** What the engine would take this file for. */
    static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The reason why this file is not read, or nothing. */
    static Optional<ModelFinding> check(String name, byte[] content) {
        String kind = kind(name);
        if (!XML.contains(kind) && !kind.equals("form")) {
            return refused(name, 0, ModelRule.FILE, "Only .bpmn, .dmn and .form files are taken");
        }
        if (content.length > MOST_BYTES) {
            return refused(name, 0, ModelRule.FILE, "Larger than " + MOST_BYTES + " bytes");
        }
        if (!XML.contains(kind)) {
            return Optional.empty();
        }
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(content)), new Scan());
            return Optional.empty();
        } catch (Refusal e) {
            return refused(name, e.getLineNumber(), ModelRule.FILE, e.getMessage());
        } catch (SAXParseException e) {
            return refused(name, e.getLineNumber(), ModelRule.SYNTAX, "Not readable: " + e.getMessage());
        } catch (SAXException | IOException e) {
            return refused(name, 0, ModelRule.SYNTAX, "Not readable: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ModelFinding> refused(String name, int line, ModelRule rule, String sentence) {
        return Optional.of(new ModelFinding(name, null, line, rule, sentence));
    }

    private static class Refusal extends SAXParseException {

        private static final long serialVersionUID = 1L;

        Refusal(String sentence, @Nullable Locator where) {
            super(sentence, where);
        }
    }

    private static class Scan extends DefaultHandler {

        private @Nullable Locator where;
        private int elements;
        private int steps;
        private int depth;

        @Override
        public void setDocumentLocator(Locator locator) {
            where = locator;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            elements++;
            depth++;
            if (FlowGraph.isStep(name)) {
                steps++;
            }
            if (elements > MOST_ELEMENTS || steps > MOST_STEPS || depth > DEEPEST_ELEMENT) {
                throw new Refusal(
                        "More than " + MOST_STEPS + " steps, " + MOST_ELEMENTS + " elements or " + DEEPEST_ELEMENT
                                + " levels",
                        where);
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                boolean aboutSchema = attributes.getURI(i).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                        && !attributes.getLocalName(i).equals("type");
                if (aboutSchema) {
                    throw new Refusal("May not name a schema: " + attributes.getQName(i), where);
                }
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            depth--;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem; // and not to the standard error stream
        }
    }
}
