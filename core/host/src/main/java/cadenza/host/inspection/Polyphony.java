package cadenza.host.inspection;

import cadenza.api.document.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** How many notes sound at once. */
final class Polyphony {
    private Polyphony() {}

    /** The most notes that sound at one tick; a note that ends where another begins does not sound with it. */
    static int of(List<Note> notes) {
        List<Note> inOrder = new ArrayList<>(notes);
        inOrder.sort(Comparator.comparingLong(Note::tick));
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int most = 0;
        for (Note note : inOrder) {
            while (!ends.isEmpty() && ends.peek() <= note.tick()) {
                ends.remove();
            }
            ends.add(note.end());
            most = Math.max(most, ends.size());
        }
        return most;
    }
}
