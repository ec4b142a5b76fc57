package cadenza.music.voices;

import static cadenza.music.voices.Pieces.codecOf;
import static cadenza.music.voices.Pieces.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.Settings;
import cadenza.api.UnsuitableDocumentException;
import cadenza.api.UserException;
import cadenza.api.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vocabulary out of a model file may say. */
class VoiceTokenTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN 4/4 0",
                "BEGIN 3/4 11",
                "BEGIN 64/1 1023",
                "KEY C major",
                "KEY Gb minor",
                "LENGTH 1",
                "LENGTH 64",
                "LENGTH MORE",
                "SHIFT 1",
                "SHIFT 16",
                "NOTE 0 0",
                "NOTE 5 127",
                "REST 5",
                "END",
                "<UNK>"
            })
    void aTokenIsWhatItsSymbolSays(String symbol) {
        assertThat(VoiceToken.parse(symbol).symbol()).isEqualTo(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "FOO",
                "<unk>",
                "note 0 60",
                "NOTE",
                "NOTE 0",
                "NOTE 0 60 1",
                "NOTE 0 60 ",
                " NOTE 0 60",
                "NOTE  0 60",
                "NOTE 00 60",
                "NOTE +0 60",
                "NOTE 0 060",
                "NOTE 0 128",
                "NOTE 0 -1",
                "NOTE 6 60",
                "NOTE -1 60",
                "NOTE x 60",
                "NOTE 0 99999999999",
                "SHIFT",
                "SHIFT 0",
                "SHIFT 17",
                "SHIFT -1",
                "REST",
                "REST 6",
                "REST -1",
                "BEGIN",
                "BEGIN 4/4",
                "BEGIN 4/4 16",
                "BEGIN 4/4 -1",
                "BEGIN 4/4 0 0",
                "BEGIN 4 0",
                "BEGIN 0/4 0",
                "BEGIN 4/3 0",
                "BEGIN 65/4 0",
                "BEGIN 3/64 0",
                "KEY",
                "KEY C",
                "KEY H major",
                "KEY C dorian",
                "LENGTH",
                "LENGTH 0",
                "LENGTH 65",
                "LENGTH more",
                "END 1",
                "ENDE"
            })
    void junkIsRefused(String symbol) {
        assertThatThrownBy(() -> VoiceToken.parse(symbol))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + symbol + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN 4/4 0",
                "SHIFT 1",
                "SHIFT 16",
                "SHIFT 7",
                "KEY C major",
                "LENGTH 8",
                "LENGTH MORE",
                "REST 0",
                "REST 1",
                "NOTE 1 48",
                "END"
            })
    void aVocabularyThatLacksAnyOfThemIsRefused(String lacking) throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(Pieces.of("4/4", voice("72 16"), voice("48 16")));
        List<String> symbols = codec.vocabulary().symbols().stream()
                .filter(symbol -> !symbol.equals(lacking) && !symbol.equals(Vocabulary.UNKNOWN_SYMBOL))
                .toList();
        assertThat(symbols).hasSize(codec.vocabulary().size() - 2);
        assertThatThrownBy(() -> new VoicesCoding().open(Vocabulary.of(symbols), codec.settings()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("incomplete");
    }

    @Test
    void settingsThatDoNotFitAreRefused() throws UnsuitableDocumentException {
        VoicesCodec codec = codecOf(Pieces.of("4/4", voice("72 16"), voice("48 16")));
        Settings good = codec.settings();
        List<Settings> bad = List.of(
                Settings.empty(),
                good.with("voices", List.of("one")),
                good.with("voices", List.of("1", "2", "3", "4", "5", "6", "7"))
                        .with("programs", List.of(0, 0, 0, 0, 0, 0, 0)),
                good.with("programs", List.of(0)),
                good.with("programs", List.of(0, 128)),
                good.with("programs", List.of("0", "0")),
                good.with("tempo", 0),
                good.with("voices", List.of("1", "2", "3")).with("programs", List.of(0, 0, 0)));
        for (Settings settings : bad) {
            assertThatThrownBy(() -> new VoicesCoding().open(codec.vocabulary(), settings))
                    .isInstanceOf(UserException.class);
        }
    }
}
