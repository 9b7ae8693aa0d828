package io.simmim.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses WINDOW =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.simmim.workbench");

  @Test
  void viewModelsKnowNoToolkitBeyondItsValues() {
    assertTrue(count("ViewModel") >= 5, "view models found: " + count("ViewModel"));
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx.scene..",
            "javafx.stage..",
            "javafx.application..",
            "javafx.animation..",
            "javafx.concurrent..",
            "javafx.embed..",
            "org.jfree..",
            "org.fxmisc..",
            "org.controlsfx..",
            "atlantafx..")
        .check(WINDOW);
  }

  @Test
  void onlyOneClassHandsWorkToTheToolkit() {
    Set<String> users =
        WINDOW.stream()
            .filter(c -> calls(c, "javafx.application.Platform", "runLater"))
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
    assertEquals(Set.of("io.simmim.workbench.fx.FxThread"), users);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.simmim.workbench.(*)..").should().beFreeOfCycles().check(WINDOW);
  }

  @Test
  void theWindowNeverReachesTheEngine() {
    assertTrue(WINDOW.size() > 50, "classes found: " + WINDOW.size());
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.djl..",
            "io.simmim.core.tensor..",
            "io.simmim.core.model..",
            "io.simmim.core.train..",
            "io.simmim.core.cli..")
        .check(WINDOW);
  }

  @Test
  void nothingIsPrintedToTheTerminal() {
    noClasses().should().accessField(System.class, "out").check(WINDOW);
    noClasses().should().accessField(System.class, "err").check(WINDOW);
  }

  @Test
  void theClassThatIsStartedIsNoApplication() {
    classes()
        .that()
        .haveFullyQualifiedName("io.simmim.workbench.Main")
        .should()
        .notBeAssignableTo("javafx.application.Application")
        .check(WINDOW);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> packages =
        WINDOW.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    Set<String> explained =
        WINDOW.stream()
            .filter(c -> c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertTrue(packages.size() >= 8, "packages found: " + packages);
    assertEquals(packages, explained);
  }

  private static long count(String suffix) {
    return WINDOW.stream().filter(c -> c.getSimpleName().endsWith(suffix)).count();
  }

  private static boolean calls(JavaClass from, String owner, String method) {
    return from.getMethodCallsFromSelf().stream()
            .anyMatch(c -> c.getTargetOwner().getName().equals(owner) && c.getName().equals(method))
        || from.getMethodReferencesFromSelf().stream()
            .anyMatch(
                c -> c.getTargetOwner().getName().equals(owner) && c.getName().equals(method));
  }
}
