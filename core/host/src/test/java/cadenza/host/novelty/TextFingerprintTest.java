package cadenza.host.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFingerprintTest {
    private static final int LENGTH = TextFingerprint.LENGTH;
    private static final String TRAINING = Prose.random(1, 40_000);
    private static final String OTHER = Prose.random(2, 10_000);
    private final TextFingerprint fingerprint = of(TRAINING);

    private static TextFingerprint of(String... texts) {
        return TextFingerprint.of(Arrays.stream(texts).map(Prose::text).toList())
                .orElseThrow();
    }

    private static List<TextRun> runs(String text, TextFingerprint training) {
        List<TextRun> runs = new ArrayList<>();
        RunFinder finder = new RunFinder(training, runs::add);
        finder.accept(text);
        finder.finish();
        return runs;
    }

    private static TextNovelty novelty(String text, TextFingerprint training) {
        RunFinder finder = new RunFinder(training);
        finder.accept(text);
        return finder.finish();
    }

    @Test
    void theTrainingTextIsOneRun() {
        TextNovelty novelty = novelty(TRAINING, fingerprint);
        assertThat(novelty.longest()).isEqualTo(novelty.characters());
        assertThat(novelty.share()).isEqualTo(1);
    }

    @Test
    void aPassageOfFortyCharactersIsFoundInTextOfAnotherAuthor() {
        // Set off by characters that are in neither, so that nothing lengthens it by chance.
        String planted = OTHER.substring(0, 5000) + "§" + TRAINING.substring(700, 740) + "§" + OTHER.substring(5000);
        assertThat(runs(planted, fingerprint)).containsExactly(new TextRun(5001, 5041, 40));
        TextNovelty novelty = novelty(planted, fingerprint);
        assertThat(novelty)
                .hasToString(
                        "at most 40 characters in a row are in the training text; 0.4 % of the text lies in runs over 30");
        assertThat(novelty.inLongRuns()).isEqualTo(40);
    }

    @Test
    void whatWasGivenDoesNotCount() {
        List<TextRun> runs = new ArrayList<>();
        RunFinder finder = new RunFinder(fingerprint, runs::add);
        finder.acceptGiven(TRAINING.substring(700, 800));
        finder.accept(TRAINING.substring(800, 835) + "§");
        assertThat(runs).containsExactly(new TextRun(100, 135, 35));
        TextNovelty novelty = finder.finish();
        assertThat(novelty.longest()).isEqualTo(35);
        assertThat(novelty.characters()).isEqualTo(36);
        assertThat(novelty.inLongRuns()).isEqualTo(35);

        RunFinder copiedPrimeAlone = new RunFinder(fingerprint);
        copiedPrimeAlone.acceptGiven(TRAINING.substring(700, 800));
        copiedPrimeAlone.accept("§§");
        assertThat(copiedPrimeAlone.finish().longest()).isZero();
    }

    @Test
    void textOfAnotherAuthorHasNoRun() {
        assertThat(runs(OTHER, fingerprint)).isEmpty();
        assertThat(novelty(OTHER, fingerprint))
                .hasToString("fewer than 20 characters in a row are in the training text; 0 % of the text lies in runs"
                        + " over 30");
    }

    @ParameterizedTest
    @ValueSource(ints = {LENGTH, LENGTH + 1, 30, 31, 32, 500})
    void aRunIsFoundInItsWholeLengthWhereverItLies(int length) {
        for (int from : new int[] {0, 12_345, 40_000 - length}) {
            String run = TRAINING.substring(from, from + length);
            assertThat(runs("§" + run + "§", fingerprint)).singleElement().satisfies(found -> {
                assertThat(found.from()).isEqualTo(1);
                assertThat(found.to()).isEqualTo(1 + length);
            });
            assertThat(novelty(run, fingerprint).share()).isEqualTo(length > 30 ? 1 : 0);
        }
    }

    @Test
    void whatIsShorterThanAnNGramIsNotSeen() {
        assertThat(runs(TRAINING.substring(100, 100 + LENGTH - 1), fingerprint)).isEmpty();
    }

    @Test
    void oneOtherCharacterCutsARunInTwo() {
        String run = TRAINING.substring(100, 150) + "§" + TRAINING.substring(151, 200);
        assertThat(runs(run, fingerprint)).extracting(TextRun::from).containsExactly(0L, 51L);
    }

    @Test
    void lineBreaksDoNotHideACopy() {
        String run = TRAINING.substring(100, 400);
        String broken = run.replaceAll("[ \n]+", "\r\n\t\u3000");
        assertThat(runs("§" + broken, fingerprint)).singleElement().satisfies(found -> {
            assertThat(found.from()).isEqualTo(1);
            assertThat(found.to()).isEqualTo(1 + broken.length());
            assertThat(found.length()).isEqualTo(novelty(run, fingerprint).longest());
        });
    }

    /** Runs that overlap are counted once. */
    @Test
    void piecesThatOverlapByAllButOneCharacterAreTakenForOneRunAndOthersForTwo() {
        TextFingerprint two = of(TRAINING.substring(0, 100), TRAINING.substring(81, 200));
        assertThat(runs(TRAINING.substring(0, 200), two)).hasSize(1);
        TextFingerprint apart = of(TRAINING.substring(0, 100), TRAINING.substring(82, 200));
        assertThat(runs(TRAINING.substring(0, 200), apart)).hasSize(2);
        assertThat(novelty(TRAINING.substring(0, 200), apart).share()).isEqualTo(1);
    }

    @Test
    void itIsTheSameHoweverTheTextComes() {
        String text = OTHER.substring(0, 300) + TRAINING.substring(0, 90) + "\ud83d\ude00" + TRAINING.substring(50, 95);
        TextNovelty whole = novelty(text, fingerprint);
        RunFinder finder = new RunFinder(fingerprint);
        text.codePoints().forEach(codePoint -> finder.accept(Character.toString(codePoint)));
        assertThat(finder.finish()).isEqualTo(whole);
        assertThat(whole.longest()).isGreaterThanOrEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "nineteen characters", "   \n\n   "})
    void ofLittleTextThereAreNoNGrams(String little) {
        assertThat(of(little).size()).isZero();
        assertThat(runs(TRAINING, of(little))).isEmpty();
        assertThat(novelty(little, fingerprint).share()).isZero();
    }

    @Test
    void aTextOfOneLetterIsOneNGram() {
        assertThat(of("a".repeat(1000)).size()).isEqualTo(1);
        assertThat(novelty("a".repeat(500), of("a".repeat(1000))).longest()).isEqualTo(500);
    }

    @Test
    void ofNoTextThereIsNoFingerprint() {
        assertThat(TextFingerprint.of(List.of())).isEmpty();
    }

    @Test
    void alphabetsThatAreLargeHaveShorterNGrams() {
        String chinese = new Random(1)
                .ints(5000, 0x4e00, 0x4e00 + 2000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        TextFingerprint ofChinese = of(chinese);
        assertThat(ofChinese.length()).isEqualTo(8);
        assertThat(novelty(chinese.substring(100, 112), ofChinese))
                .hasToString(
                        "at most 12 characters in a row are in the training text; 0 % of the text lies in runs over"
                                + " 30");
    }

    /** The rate that is stated: the size, of as many numbers as there are. */
    @Test
    void asManyAreFoundByMistakeAsIsStated() {
        TextFingerprint large = of(Prose.random(3, 1_000_000));
        assertThat(1 / large.mistakes()).isBetween(4_290.0, 4_310.0);
        Random random = new Random(4);
        int asked = 2_000_000;
        long mistakes = random.longs(asked).filter(large::contains).count();
        double expected = asked * large.mistakes();
        // 450 or so; four standard deviations are 85.
        assertThat((double) mistakes).isBetween(expected - 85, expected + 85);
        // No run over 30 in a million characters of other text: twelve mistakes in a row.
        assertThat(novelty(random(5, 1_000_000), large).inLongRuns()).isZero();
    }

    private static String random(long seed, int characters) {
        return new Random(seed)
                .ints(characters, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    @Test
    void ofMuchTextASampleIsKept() {
        String much = Prose.random(6, TextFingerprint.MOST_COMPLETE + 1);
        TextFingerprint sample = of(much);
        assertThat(sample.oneOf()).isEqualTo(2);
        assertThat(sample.length()).isEqualTo(31);
        assertThat(sample.size()).isBetween(1_900_000, 2_200_000);
        assertThat(sample.toBytes().length).isBetween(3_700_000, 4_100_000);
        // Of 45 characters 15 n-grams are asked for: all but one of 30,000 passages are seen.
        long seen = IntStream.range(0, 1000)
                .filter(i ->
                        novelty(much.substring(4000 * i, 4000 * i + 45), sample).longest() >= 31)
                .count();
        assertThat(seen).isGreaterThanOrEqualTo(998);
        // Of 31 characters one.
        long half = IntStream.range(0, 1000)
                .filter(i ->
                        novelty(much.substring(4000 * i, 4000 * i + 31), sample).longest() == 31)
                .count();
        assertThat(half).isBetween(437L, 563L);
        assertThat(1 / sample.mistakes()).isBetween(8000.0, 8400.0);
        assertThat(novelty(TRAINING.substring(0, 400), sample).toString())
                .isEqualTo(
                        "no 31 characters in a row were found in the training text; 0 % of the text lies in runs over"
                                + " 30, as far as a sample of 1/2 of the training text's passages tells");
    }

    @Test
    void whatWasLearnedFromLastIsKeptInFullAfterASampleOfWhatCameBefore() throws IOException {
        TextFingerprint sample = TextFingerprint.of(List.of(Prose.text(OTHER)), 31, 3, 34);
        TextFingerprint both = sample.with(List.of(Prose.text(TRAINING)));

        assertThat(both.oneOf()).isEqualTo(1);
        assertThat(both.before().orElseThrow().oneOf()).isEqualTo(8);
        String planted = "§" + TRAINING.substring(700, 740) + "§" + OTHER.substring(0, 200) + "§";
        for (TextFingerprint training : List.of(both, (TextFingerprint) Fingerprint.read(both.toBytes()))) {
            TextNovelty novelty = novelty(planted, training);
            assertThat(novelty.longestLast()).isEqualTo(40);
            assertThat(novelty.longestBefore()).isBetween(150L, 200L);
            assertThat(novelty.inLongRuns()).isEqualTo(40 + novelty.longestBefore());
        }
        assertThat(novelty(planted.substring(0, 42), both))
                .hasToString("at most 40 characters in a row are in the training text; 95 % of the text lies in runs"
                        + " over 30, as far as a sample of 1/8 tells of what the model learned from before");
    }

    @Test
    void aPassageOfBothTextsIsCountedOnce() {
        TextFingerprint sample = TextFingerprint.of(List.of(Prose.text(TRAINING)), 31, 1, 34);
        TextFingerprint twice = sample.with(List.of(Prose.text(TRAINING)));
        assertThat(twice.before()).isPresent();
        assertThat(novelty(TRAINING, twice).share()).isEqualTo(1);
    }

    /** A letter that goes on for ever has one n-gram, and a sample may not know it. */
    @Test
    void aRunOfASampleEndsWhereNothingIsKnownForLong() {
        TextFingerprint sample = TextFingerprint.of(List.of(Prose.text(TRAINING)), 31, 4, 32);
        String found = IntStream.range(0, 1000)
                .mapToObj(i -> TRAINING.substring(i, i + 31))
                .filter(gram -> novelty(gram, sample).longest() > 0)
                .findFirst()
                .orElseThrow();
        String letter = IntStream.rangeClosed('A', 'Z')
                .mapToObj(Character::toString)
                .filter(candidate -> grams(found + candidate.repeat(31)).noneMatch(sample::knows))
                .findFirst()
                .orElseThrow();
        assertThat(novelty(found + letter.repeat(100_000), sample).longest()).isEqualTo(31);
        RunFinder finder = new RunFinder(sample);
        finder.accept(found + letter.repeat(16 * 16));
        assertThat(finder.openLength()).isEqualTo(31);
        finder.accept(letter);
        assertThat(finder.openLength()).isZero();
    }

    /** The hashes of all n-grams but the first. */
    private static LongStream grams(String text) {
        CharacterGrams grams = new CharacterGrams(31);
        return text.codePoints()
                .filter(codePoint -> grams.add(codePoint) && grams.characters() > 31)
                .mapToLong(codePoint -> grams.hash());
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Fingerprint read = Fingerprint.read(fingerprint.toBytes());
        assertThat(read.size()).isEqualTo(fingerprint.size());
        assertThat(read.toBytes()).isEqualTo(fingerprint.toBytes());
        assertThat(novelty(TRAINING, (TextFingerprint) read).share()).isEqualTo(1);
    }

    /** Other bytes here mean that fingerprints in models made before no longer find anything. */
    @Test
    void theBytesAreTheseForEver() {
        assertThat(of("The quick brown fox jumps\nover the lazy dog.").toBytes())
                .asHexString()
                .isEqualTo("434650310214002000000019DA9489689AA827003239CAD95C3E0D23237CB3195FC62E8E3685C1DB670201DDB8"
                        + "0CB962C03AC873F66AA91969A3C26AFEA748C3276C742DDB1420B913A2FE0AA8BA73F28072FC7B55053BA06907"
                        + "CC9CDA280485B9AE3AB262FAE99500");
    }

    @Test
    void oneOfTwoTextsIsThatOfBothTogether() {
        TextFingerprint both = fingerprint.with(List.of(Prose.text(OTHER)));
        assertThat(both.toBytes()).isEqualTo(of(TRAINING, OTHER).toBytes());
        assertThat(novelty(TRAINING, both).share()).isEqualTo(1);
        assertThat(novelty(OTHER, both).share()).isEqualTo(1);
        assertThat(fingerprint.with(List.of()).toBytes()).isEqualTo(fingerprint.toBytes());
    }

    @Test
    void bytesThatAreNoFingerprintAreRefused() {
        byte[] bytes = fingerprint.toBytes();
        for (int length : new int[] {0, 1, 6, 7, 11, 12, 13, bytes.length - 1}) {
            assertThatThrownBy(() -> Fingerprint.read(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IOException.class);
        }
        assertFault(bytes, 4, 4, "it is of kind 4, this Cadenza knows kinds 1 to 3; update Cadenza");
        assertFault(bytes, 4, 3, "it claims to be 0 in a row");
        assertFault(bytes, 5, 0, "it claims n-grams of 0 characters, chosen by 0 bits");
        assertFault(bytes, 5, 65, "it claims n-grams of 65 characters, chosen by 0 bits");
        assertFault(bytes, 6, 25, "it claims n-grams of 20 characters, chosen by 25 bits");
        assertFault(bytes, 7, 0, "it claims numbers of 0 bits");
        assertFault(bytes, 8, 127, "it claims 21");
    }

    private static void assertFault(byte[] bytes, int at, int value, String message) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        assertThatThrownBy(() -> Fingerprint.read(changed))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(message);
    }
}
