package cadenza.host.notation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written from its beginning to its end, an element a line, indented. */
final class XmlPage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;
    private int depth;

    @FunctionalInterface
    private interface Step {
        void take() throws XMLStreamException;
    }

    /** @param documentType the declaration after the XML declaration */
    XmlPage(String documentType) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("every Java writes UTF-8", e);
        }
        step(() -> {
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeDTD(documentType);
        });
    }

    private static void step(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    /** Begins an element with others in it. @param attributes names and values in turn */
    XmlPage open(String name, Object... attributes) {
        step(() -> {
            line();
            xml.writeStartElement(name);
            attributes(attributes);
        });
        depth++;
        return this;
    }

    XmlPage close() {
        depth--;
        step(() -> {
            line();
            xml.writeEndElement();
        });
        return this;
    }

    /** An element with text alone. */
    XmlPage text(String name, Object text, Object... attributes) {
        step(() -> {
            line();
            xml.writeStartElement(name);
            attributes(attributes);
            xml.writeCharacters(legal(text.toString()));
            xml.writeEndElement();
        });
        return this;
    }

    /** An element without content. */
    XmlPage empty(String name, Object... attributes) {
        step(() -> {
            line();
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
        return this;
    }

    byte[] finish() {
        step(() -> {
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        });
        return bytes.toByteArray();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attributes(Object... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i].toString(), legal(namesAndValues[i + 1].toString()));
        }
    }

    /** XML 1.0 has no place for control characters, which a name in a MIDI file may hold. */
    private static String legal(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
