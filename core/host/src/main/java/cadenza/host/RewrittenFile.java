package cadenza.host;

import cadenza.api.UserException;
import cadenza.api.document.Score;
import cadenza.host.music.FilePart;
import cadenza.host.music.MidiEdit;
import cadenza.host.music.MidiReader;
import cadenza.host.music.MidiSplice;
import cadenza.host.music.NoteEdit;
import cadenza.host.music.Quantisation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The MIDI file of a request, as music and with changes. Immutable. */
final class RewrittenFile {
    private final OpenedModel opened;
    private final Request.Rewrite request;
    private final Path name;
    private final MidiSplice splice;
    private final Score piece;

    /** @throws UserException if it is no MIDI file that can be changed */
    RewrittenFile(OpenedModel opened, Request.Rewrite request) {
        this.opened = opened;
        this.request = request;
        name = Path.of(request.source().name());
        splice = new MidiSplice(name, request.source().bytes());
        piece = new MidiReader().read(name, request.source().bytes());
    }

    /** As it is. */
    Score piece() {
        return piece;
    }

    /** Where each track of the piece stands in the file. */
    List<FilePart> parts() {
        return splice.parts();
    }

    /** The channels that any event is for. */
    Set<Integer> channels() {
        return splice.channels();
    }

    /**
     * Checks the grid on which it is to be shown, if there is one.
     *
     * @param step of the model's grid, in ticks
     * @throws UserException if it is another grid than the model's
     */
    void checkGrid(int step) {
        request.source().quantise().ifPresent(grid -> {
            Quantisation asked = Quantisation.parse(grid);
            if (asked.strength() != 1) {
                throw new UserException(
                        "--quantise " + grid + " goes a part of the way, and is how the model is shown the"
                                + " music, which stays as it is; give the grid alone");
            }
            if (asked.grid().ticks() != step) {
                throw new UserException("--quantise " + grid + " is not the grid of model '" + opened.name()
                        + "', whose steps are " + step + " ticks of " + Score.TICKS_PER_QUARTER + " a quarter");
            }
        });
    }

    /**
     * With changes, and the recipe.
     *
     * @param lines how it came to them; what gave way to the file's own notes is added
     * @param passes how often the network looked at it
     */
    RewrittenClip with(MidiEdit edit, List<String> lines, int passes) {
        Recipe recipe = opened.recipe(request);
        MidiSplice.Spliced spliced = splice.apply(edit.withText(Recipe.MIDI_PREFIX, recipe.toJson()));
        int added =
                edit.appended().stream().mapToInt(track -> track.notes().size()).sum();
        int in = count(edit.notes(), NoteEdit.Put.class) - count(spliced.leftOut(), NoteEdit.Put.class) + added;
        int lost = count(spliced.leftOut(), NoteEdit.Resize.class);
        int out = count(edit.notes(), NoteEdit.TakeOut.class) + lost;
        if (piece.noteCount() - out + in <= 0) {
            throw new UserException("with seed " + request.seed() + " every note of '" + piece.title()
                    + "' went and none came; take another --seed, or fewer bars or voices");
        }
        return new RewrittenClip(
                piece,
                new MidiReader().read(name, spliced.bytes()),
                spliced.bytes(),
                recipe,
                lines(lines, edit, spliced),
                out,
                in,
                count(edit.notes(), NoteEdit.Resize.class) - lost,
                passes);
    }

    private static int count(List<NoteEdit> edits, Class<? extends NoteEdit> kind) {
        return (int) edits.stream().filter(kind::isInstance).count();
    }

    private List<String> lines(List<String> before, MidiEdit edit, MidiSplice.Spliced spliced) {
        List<String> lines = new ArrayList<>(before);
        int gaveWay = spliced.shortened().size() + spliced.leftOut().size();
        if (gaveWay > 0) {
            lines.add(gaveWay + (gaveWay == 1 ? " new note" : " new notes")
                    + " gave way to notes of the same pitch on the same channel, which stay: "
                    + spliced.shortened().size() + " shortened, "
                    + spliced.leftOut().size() + " left out");
        }
        if (edit.notes().isEmpty() && edit.appended().isEmpty()) {
            lines.add("what came is what was there: no note has changed; take another --seed");
        }
        if (!edit.appended().isEmpty() && splice.type() == 0) {
            lines.add("the file is of type 1 now; one of type 0 has no place for more tracks");
        }
        return lines;
    }
}
