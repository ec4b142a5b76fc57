package cadenza.cli;

import cadenza.host.CopyCount;
import cadenza.host.FilledGap;
import cadenza.host.OpenedModel;
import cadenza.host.Request;
import cadenza.host.Studio;
import java.nio.file.Path;
import java.util.List;

/** Texts whose gap is filled, each written once all of it is there: one that is interrupted leaves nothing. */
final class FilledGaps {
    private final Terminal terminal;
    private final Studio studio;
    private final OpenedModel opened;
    private final OutputOptions output;
    private final WrittenTexts texts;

    FilledGaps(Terminal terminal, Studio studio, OpenedModel opened, OutputOptions output) {
        this.terminal = terminal;
        this.studio = studio;
        this.opened = opened;
        this.output = output;
        texts = new WrittenTexts(terminal, opened);
    }

    /** Fills the gap once for each seed of the output. */
    void write(Request.FillGap request) {
        for (List<Long> seeds : output.seeds(1)) {
            Request.FillGap one = request.withSeed(seeds.get(0));
            if (output.given()) {
                save(one);
            } else {
                show(one);
            }
        }
        texts.end();
    }

    private void save(Request.FillGap request) {
        Path file = output.file("text-" + request.seed() + ".txt");
        try (PageFile page = PageFile.of(file)) {
            FilledGap filled = studio.fillGap(opened, request);
            page.accept(filled.text());
            page.commit(filled.recipe());
            terminal.err().println("cadenza: wrote " + file + "; model " + opened.name() + ", seed " + request.seed());
            add(filled);
        }
    }

    private void show(Request.FillGap request) {
        FilledGap filled = studio.fillGap(opened, request);
        PageStream stream = new PageStream(terminal);
        stream.accept(filled.text());
        stream.finish();
        terminal.err().println("cadenza: model " + opened.name() + ", seed " + request.seed());
        add(filled);
    }

    private void add(FilledGap filled) {
        CopyCount count = new CopyCount(opened, filled.before());
        count.accept(filled.before());
        count.accept(filled.gap());
        texts.add(List.of(new Manner.Outcome(filled.recipe(), true, count.finish())));
    }
}
