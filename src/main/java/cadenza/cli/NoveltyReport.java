package cadenza.cli;

import cadenza.api.Settings;
import java.nio.file.Path;

/** What of a file is in the music or the text that a model was trained on. */
interface NoveltyReport {
    /** Most runs that are named where there are many. */
    int MOST_NAMED = 10;

    /** Reads the file and tells it to the terminal. */
    void print(Path file);

    /** Reads the file and tells it in figures. */
    Settings figures(Path file);
}
