package cadenza.host.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadenza.api.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLibraryTest {
    @TempDir
    Path folder;

    private Path own;
    private Path shipped;
    private ModelLibrary library;

    @BeforeEach
    void openALibraryWithTwoShippedModels() throws IOException {
        own = folder.resolve("home/models");
        shipped = Files.createDirectories(folder.resolve("shipped"));
        Files.writeString(shipped.resolve("chorales.cadenza"), "shipped");
        Files.writeString(shipped.resolve("shakespeare.cadenza"), "shipped");
        Files.writeString(shipped.resolve("README.md"), "no model");
        Files.writeString(shipped.resolve(".hidden.cadenza"), "half-written");
        library = new ModelLibrary(own, Optional.of(shipped));
    }

    @Test
    void theUsersModelsHideTheShippedOnes() {
        library.keep("chorales", Fixtures.utf8("own"));
        library.keep("bard", Fixtures.utf8("own"));
        assertThat(library.all().keySet()).containsExactly("bard", "chorales", "shakespeare");
        assertThat(library.all()).containsEntry("chorales", own.resolve("chorales.cadenza"));
        assertThat(library.find("chorales")).isEqualTo(own.resolve("chorales.cadenza"));
        assertThat(library.find("shakespeare")).isEqualTo(shipped.resolve("shakespeare.cadenza"));
        library.remove("chorales");
        assertThat(library.find("chorales")).isEqualTo(shipped.resolve("chorales.cadenza"));
    }

    @Test
    void aKeptModelReplacesTheOneOfItsName() throws IOException {
        library.keep("bard", Fixtures.utf8("first"));
        Path file = library.keep("bard", Fixtures.utf8("second"));
        assertThat(Files.readString(file)).isEqualTo("second");
        try (var files = Files.list(own)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aCurveIsNoModelAndGoesWithItsOwn() {
        library.keep("bard", Fixtures.utf8("first"));
        Path curve = library.keepCurve("bard", Fixtures.utf8("picture"));
        assertThat(curve).isEqualTo(own.resolve("bard.png")).hasContent("picture");
        assertThat(library.all().keySet()).containsExactly("bard", "chorales", "shakespeare");
        library.keep("bard", Fixtures.utf8("second"));
        assertThat(curve).doesNotExist();
        library.keepCurve("bard", Fixtures.utf8("picture"));
        library.remove("bard");
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void anUnknownNameIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> library.find("choral"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.hint()).contains("Did you mean 'chorales'?"))
                .hasMessage("model 'choral' is not here; there are chorales, shakespeare");
        assertThatThrownBy(() -> library.find("xyz"))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.hint()).isEmpty());
    }

    @Test
    void withoutAnyModelThatIsSaid() {
        ModelLibrary empty = new ModelLibrary(folder.resolve("nowhere"), Optional.empty());
        assertThat(empty.all()).isEmpty();
        assertThatThrownBy(() -> empty.find("x")).hasMessage("model 'x' is not here; there are none");
    }

    @Test
    void theFileOfAModelCanBeGivenInstead() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.cadenza"), "x");
        assertThat(library.find(elsewhere.toString())).isEqualTo(elsewhere);
        assertThat(library.find("not-there.cadenza")).isEqualTo(Path.of("not-there.cadenza"));
        assertThat(ModelLibrary.nameOf(elsewhere)).isEqualTo("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/b",
                "a\\b",
                ".hidden",
                "-x",
                "a b",
                "\u00fcbung",
                "a\u0000b",
                "a\n",
                "x:y",
                "a?"
            })
    void aNameThatIsNoFileNameEverywhereIsRefused(String name) {
        assertThatThrownBy(() -> library.keep(name, new byte[1]))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'" + name + "' cannot be used");
        assertThatThrownBy(() -> library.remove(name))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is not here");
        assertThat(own).doesNotExist();
    }

    @Test
    void aNameOfOverAHundredCharactersIsRefused() {
        ModelLibrary.checkName("a".repeat(100));
        assertThatThrownBy(() -> ModelLibrary.checkName("a".repeat(101))).isInstanceOf(UserException.class);
    }

    @Test
    void aNameThatIsNoPathAtAllIsUnknown() {
        assertThatThrownBy(() -> library.find("a\u0000b"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("is not here");
    }

    @Test
    void aPathDoesNotFindItsWayIntoTheLibrary() throws IOException {
        Files.createDirectories(own);
        Path outside = Files.writeString(folder.resolve("home/secret.cadenza"), "x");
        assertThat(library.find("../secret")).isEqualTo(Path.of("../secret"));
        assertThatThrownBy(() -> library.remove("../secret")).isInstanceOf(UserException.class);
        assertThat(outside).exists();
    }

    @Test
    void aShippedModelCannotBeRemoved() {
        assertThatThrownBy(() -> library.remove("chorales"))
                .isInstanceOf(UserException.class)
                .hasMessage("model 'chorales' came with Cadenza and cannot be removed");
        assertThat(shipped.resolve("chorales.cadenza")).exists();
        assertThatThrownBy(() -> library.remove("bard"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("model 'bard' is not here");
    }
}
