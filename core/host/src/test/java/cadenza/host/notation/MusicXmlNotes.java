package cadenza.host.notation;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The notes that a reader of MusicXML hears, tied ones as one: a line for each, sorted. Knows none of our own classes. */
final class MusicXmlNotes {
    private static final Map<String, Integer> SEMITONES =
            Map.of("C", 0, "D", 2, "E", 4, "F", 5, "G", 7, "A", 9, "B", 11);

    private MusicXmlNotes() {}

    /** Lines of part, pitch, onset and end in divisions. */
    static List<String> of(byte[] musicXml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(musicXml))
                .getDocumentElement();
        List<String> lines = new ArrayList<>();
        for (Element part : children(root, "part")) {
            notes(part, lines);
        }
        lines.sort(null);
        return lines;
    }

    private static void notes(Element part, List<String> lines) {
        int now = 0;
        int onset = 0;
        Map<String, Integer> tied = new HashMap<>(); // onset by voice and pitch
        for (Element measure : children(part, "measure")) {
            int furthest = now;
            for (Element element : children(measure, null)) {
                int duration = children(element, "duration").isEmpty() ? 0 : number(element, "duration");
                switch (element.getTagName()) {
                    case "backup" -> now -= duration;
                    case "forward" -> now += duration;
                    case "note" -> {
                        boolean chord = !children(element, "chord").isEmpty();
                        onset = chord ? onset : now;
                        now = onset + duration;
                        note(part, element, onset, now, tied, lines);
                    }
                    default -> {}
                }
                furthest = Math.max(furthest, now);
            }
            now = furthest;
        }
        lines.addAll(
                tied.keySet().stream().map(key -> "fault: never ends " + key).toList());
    }

    private static void note(
            Element part, Element note, int onset, int end, Map<String, Integer> tied, List<String> lines) {
        if (children(note, "pitch").isEmpty()) {
            return;
        }
        Element pitch = children(note, "pitch").get(0);
        int alter = children(pitch, "alter").isEmpty() ? 0 : number(pitch, "alter");
        int key = 12 * (number(pitch, "octave") + 1) + SEMITONES.get(text(pitch, "step")) + alter;
        String voiceAndPitch = text(note, "voice") + " " + key;
        List<String> ties = children(note, "tie").stream()
                .map(tie -> tie.getAttribute("type"))
                .toList();
        int start = ties.contains("stop") ? tied.remove(voiceAndPitch) : onset;
        if (ties.contains("start")) {
            tied.put(voiceAndPitch, start);
        } else {
            lines.add(part.getAttribute("id") + " " + key + " " + start + ".." + end);
        }
    }

    private static int number(Element element, String child) {
        return Integer.parseInt(text(element, child));
    }

    private static String text(Element element, String child) {
        return children(element, child).get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && (name == null || name.equals(element.getTagName()))) {
                children.add(element);
            }
        }
        return children;
    }
}
