package io.simmim.core.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The shape that the design promises. Each rule says how many classes it must at least have looked
 * at, so that a renamed package cannot switch it off.
 */
class CoreArchitectureTest {

  private static final String CORE = "io.simmim.core.";

  private static JavaClasses core;

  @BeforeAll
  static void importClasses() {
    core =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.simmim.core");
  }

  private static DescribedPredicate<JavaClass> atLeast(
      int classes, DescribedPredicate<? super JavaClass> subjects) {
    DescribedPredicate<JavaClass> subject = subjects.forSubtype();
    long found = core.stream().filter(subject).count();
    assertTrue(
        found >= classes,
        () -> "classes that %s: %d found".formatted(subjects.getDescription(), found));
    return subject;
  }

  @Test
  void coreKnowsNoWindow() {
    noClasses()
        .that(atLeast(100, resideInAPackage(CORE + ".")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "org.jfree..", "org.controlsfx..", "io.simmim.workbench..")
        .check(core);
  }

  @Test
  void onlyTensorTouchesTheNativeEngine() {
    noClasses()
        .that(atLeast(80, resideOutsideOfPackage(CORE + "tensor..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl.pytorch..")
        .check(core);
    atLeast(5, resideInAPackage(CORE + "tensor.."));
  }

  @Test
  void whatNeedsNoEngineHasNone() {
    Map<String, Integer> sizes =
        Map.ofEntries(
            Map.entry("config", 10),
            Map.entry("mask", 3),
            Map.entry("run", 20),
            Map.entry("queue", 10),
            Map.entry("image", 10),
            Map.entry("data", 20),
            Map.entry("checkpoint", 10),
            Map.entry("pretrained", 10),
            Map.entry("stats", 5),
            Map.entry("weights", 10),
            Map.entry("inspect", 20),
            Map.entry("portrait", 10),
            Map.entry("convert", 5),
            Map.entry("survey", 8),
            Map.entry("machine", 8),
            Map.entry("sweep", 6));
    sizes.forEach(
        (name, classes) ->
            noClasses()
                .that(atLeast(classes, resideInAPackage(CORE + name + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(core));
  }

  @Test
  void packagesHaveNoCycles() {
    atLeast(100, resideInAPackage(CORE + "."));
    slices().matching("io.simmim.core.(*)..").should().beFreeOfCycles().check(core);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that(atLeast(80, resideOutsideOfPackage(CORE + "cli..")))
        .should(ACCESS_STANDARD_STREAMS)
        .check(core);
  }

  @Test
  void nothingDependsOnTheCommandLine() {
    noClasses()
        .that(atLeast(80, resideOutsideOfPackage(CORE + "cli..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(CORE + "cli..")
        .check(core);
  }

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    noClasses()
        .that(atLeast(100, resideInAPackage(CORE + ".")))
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(core);
  }

  @Test
  void nothingStaticCanBeAssigned() {
    noFields()
        .that()
        .areDeclaredInClassesThat(atLeast(100, resideInAPackage(CORE + ".")))
        .and()
        .areStatic()
        .and(
            DescribedPredicate.describe(
                "are not made by the compiler",
                field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should()
        .notBeFinal()
        .check(core);
  }
}
