package cadenza.host.rewriting;

import static cadenza.host.rewriting.FakeGrid.C;
import static cadenza.host.rewriting.FakeGrid.D;
import static cadenza.host.rewriting.FakeGrid.HOLD;
import static cadenza.host.rewriting.FakeGrid.LOWER;
import static cadenza.host.rewriting.FakeGrid.REST;
import static cadenza.host.rewriting.FakeGrid.place;
import static org.assertj.core.api.Assertions.assertThat;

import cadenza.api.Effect;
import cadenza.host.sampling.Choices;
import cadenza.host.sampling.Constraint;
import cadenza.host.sampling.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final int SIXTEENTH = 120;

    /** A sheet of the higher voice; the lower one rests. */
    private static Sheet sheet(int... higher) {
        int[] tokens = FakeGrid.rests(higher.length);
        for (int sixteenth = 0; sixteenth < higher.length; sixteenth++) {
            tokens[place(sixteenth, 0)] = higher[sixteenth];
        }
        return new Sheet(new FakeGrid(), tokens);
    }

    private static int[] sixteenths(Region region) {
        return Arrays.stream(region.places()).map(at -> (at - 1) / 3).toArray();
    }

    private static Region begunIn(Sheet sheet, int from, int until) {
        return Region.begunIn(sheet, (long) from * SIXTEENTH, (long) until * SIXTEENTH, Set.of(0));
    }

    @Test
    void aNoteThatBeganBeforeIsNotRedoneNorIsWhatItIsHeldOver() {
        assertThat(sixteenths(begunIn(sheet(C, HOLD, HOLD, HOLD, D, HOLD), 2, 6)))
                .containsExactly(4, 5);
    }

    @Test
    void whatComesInThePlaceOfANoteThatGoesOnBehindGoesOnAsLong() {
        Region region = begunIn(sheet(C, HOLD, D, HOLD, HOLD, C), 2, 4);
        assertThat(sixteenths(region)).containsExactly(2, 3);
        assertThat(region.sheet().token(place(4, 0))).isEqualTo(HOLD);
    }

    @Test
    void restsAreRedoneAndASilenceThatWentOnBehindIsNamedAnew() {
        Region region = begunIn(sheet(C, REST, HOLD, HOLD, HOLD, D), 1, 3);
        assertThat(sixteenths(region)).containsExactly(1, 2);
        assertThat(region.sheet().token(place(3, 0))).isEqualTo(REST);
        assertThat(region.sheet().token(place(4, 0))).isEqualTo(HOLD);
    }

    @Test
    void theNoteBeforeIsNotProlonged() {
        Region region = begunIn(sheet(C, HOLD, D, HOLD), 2, 4);
        assertThat(allowedAt(region, 2)).contains(C, D, REST).doesNotContain(HOLD);
        assertThat(allowedAt(region, 3)).contains(HOLD);
        assertThat(allowedAt(begunIn(sheet(REST, HOLD, D, HOLD), 2, 4), 2)).contains(HOLD);
    }

    @Test
    void theNoteBeforeIsNotProlongedEvenWhereALimitLeavesNoNote() {
        Constraint noNote = new Constraint() {
            @Override
            public String name() {
                return "--range";
            }

            @Override
            public void restrict(Choices choices) {
                choices.keep(effect -> !(effect instanceof Effect.Sound));
            }
        };
        assertThat(allowedAt(begunIn(sheet(C, HOLD, D, HOLD), 2, 4), 2, noNote)).containsExactly(REST);
    }

    @Test
    void otherVoicesKnowNothingOfIt() {
        Region region = Region.begunIn(sheet(C, HOLD, D, HOLD), 0, 4 * SIXTEENTH, Set.of(1));
        assertThat(region.places()).containsExactly(place(0, 1), place(1, 1), place(2, 1), place(3, 1));
        assertThat(region.struck()).isEmpty();
        assertThat(region.sheet().token(place(1, 1))).isEqualTo(REST + LOWER);
    }

    private static List<Integer> allowedAt(Region region, int sixteenth, Constraint... further) {
        Sheet sheet = region.sheet();
        Place here = Place.start(sheet.codec());
        for (int at = 0; at < place(sixteenth, 0); at++) {
            here.follow(sheet.token(at));
        }
        Choices choices = new Choices(sheet.codec().vocabulary().size());
        choices.begin(here.state(), here.playhead());
        for (Constraint constraint : region.constraints(List.of(further))) {
            constraint.restrict(choices);
        }
        return IntStream.range(0, choices.size())
                .filter(choices::allows)
                .boxed()
                .toList();
    }
}
