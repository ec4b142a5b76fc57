package cadenza.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> links = LINK.matcher(readme())
                .results()
                .map(MatchResult::group)
                .map(link -> link.substring(2))
                .toList();
        assertThat(links).hasSizeGreaterThan(3).allSatisfy(link -> assertThat(ROOT.resolve(link))
                .exists());
    }

    @Test
    void nothingWasLeftToBeFilledIn() throws IOException {
        assertThat(readme()).doesNotContain("@@");
    }
}
