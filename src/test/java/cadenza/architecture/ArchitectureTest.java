package cadenza.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may know whom, at compile time: the arrows between the rooms. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(Stream.of(Room.values())
                    .map(room -> room.folder.toAbsolutePath().normalize())
                    .toList());

    /** A room: where its classes are, how many there are at the least, its package, and the packages it may know. */
    enum Room {
        API("../core/api", 39, "cadenza.api..", "org.pf4j.."),
        RECURRENT("../core/recurrent", 15, "cadenza.recurrent..", "cadenza.api.."),
        TRAINING(
                "../core/training",
                35,
                "cadenza.training..",
                "cadenza.recurrent..",
                "cadenza.api..",
                "org.deeplearning4j..",
                "org.nd4j..",
                "org.bytedeco.."),
        HOST(
                "../core/host",
                50,
                "cadenza.host..",
                "cadenza.api..",
                "org.pf4j..",
                "com.fasterxml.jackson..",
                "org.knowm.xchart.."),
        TEST_KIT(
                "../core/testkit",
                20,
                "cadenza.testkit..",
                "cadenza.host..",
                "cadenza.api..",
                "org.junit.jupiter.api..",
                "org.opentest4j.."),
        COMMAND_LINE(
                ".",
                14,
                "cadenza.cli..",
                "cadenza.bench..",
                "cadenza.host..",
                "cadenza.api..",
                "picocli..",
                "org.jline.."),
        BENCHMARK(".", 20, "cadenza.bench..", "cadenza.host..", "cadenza.api.."),
        TEXT(
                "../plugins/text-lstm",
                3,
                "cadenza.text..",
                "cadenza.api..",
                "cadenza.recurrent..",
                "cadenza.training..",
                "org.pf4j.."),
        MUSIC(
                "../plugins/music-gru",
                10,
                "cadenza.music..",
                "cadenza.api..",
                "cadenza.recurrent..",
                "cadenza.training..",
                "org.pf4j.."),
        SAMPLE_PLUGIN("../samples/plugin", 1, "example..", "cadenza.api..", "org.pf4j..");

        private final Path folder;
        private final int fewest;
        private final String ownPackage;
        private final List<String> mayKnow;

        Room(String folder, int fewest, String ownPackage, String... mayKnow) {
            this.folder = Path.of(folder, "target", "classes");
            this.fewest = fewest;
            this.ownPackage = ownPackage;
            this.mayKnow = List.of(mayKnow);
        }

        JavaClasses classes() {
            return classesOfFolder().that(resideInAPackage(ownPackage));
        }

        JavaClasses classesOfFolder() {
            String place = folder.toAbsolutePath().normalize().toUri().toString();
            return HOUSE.that(describe(
                    "are in " + folder,
                    type -> type.getSource().orElseThrow().getUri().toString().startsWith(place)));
        }

        /** Of this room, and of those that share its folder. */
        String[] packagesOfFolder() {
            return Stream.of(values())
                    .filter(room -> room.folder.equals(folder))
                    .map(room -> room.ownPackage)
                    .toArray(String[]::new);
        }

        String[] packages() {
            return Stream.concat(Stream.of(ownPackage, "java..", "javax.."), mayKnow.stream())
                    .toArray(String[]::new);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_room_was_scanned(Room room) {
        assertThat(room.classes()).hasSizeGreaterThanOrEqualTo(room.fewest);
    }

    @ParameterizedTest
    @EnumSource
    void a_folder_holds_the_packages_of_its_rooms_alone(Room room) {
        classes().should().resideInAnyPackage(room.packagesOfFolder()).check(room.classesOfFolder());
    }

    @ParameterizedTest
    @EnumSource
    void a_room_knows_only_whom_it_may(Room room) {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(room.packages())
                .check(room.classes());
    }

    @Test
    void the_api_knows_the_core_of_java_alone() {
        noClasses().should().dependOnClassesThat().resideInAPackage("javax..").check(Room.API.classes());
    }

    @Test
    void only_training_knows_deeplearning4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cadenza.training..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .check(HOUSE);
    }

    @Test
    void only_the_contract_as_tests_knows_junit() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("cadenza.testkit.GeneratorContract")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .check(HOUSE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("cadenza.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void only_the_command_line_speaks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("cadenza.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(HOUSE);
    }
}
