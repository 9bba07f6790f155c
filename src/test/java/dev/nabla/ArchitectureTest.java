package dev.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data flows one way through the packages. */
class ArchitectureTest {
  /** The pipeline: a package may use those before it. */
  private static final List<String> ORDER =
      List.of(
          "source",
          "ast",
          "parse",
          "expr",
          "function",
          "resolve",
          "diff",
          "simplify",
          "index",
          "array",
          "matrix",
          "tape",
          "loop",
          "compile",
          "batch",
          "print",
          "check",
          "symja",
          "explain",
          "",
          "testing",
          "testing.jqwik",
          "cli");

  private final JavaClasses nabla =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.nabla");

  private static String packageName(String stage) {
    return stage.isEmpty() ? "dev.nabla" : "dev.nabla." + stage;
  }

  @Test
  void noStageReachesBack() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (String later : ORDER.subList(i + 1, ORDER.size())) {
        ArchRule rule =
            noClasses()
                .that()
                .resideInAPackage(packageName(ORDER.get(i)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageName(later));
        rule.check(nabla);
      }
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    List<String> packages = ORDER.stream().map(ArchitectureTest::packageName).toList();
    classes().should().resideInAnyPackage(packages.toArray(new String[0])).check(nabla);
  }

  @Test
  void backendsReadTheTapeAlone() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.nabla.compile", "dev.nabla.batch")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.nabla.expr")
        .check(nabla);
  }

  @Test
  void onlyTheCommandLineNeedsItsLibraries() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.nabla.cli")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "picocli..", "com.fasterxml..", "de.siegmar.fastcsv..", "me.tongfei.progressbar..")
        .check(nabla);
  }

  @Test
  void lawsNeedNoTestFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.nabla.testing.jqwik")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.jqwik..", "org.junit..", "org.opentest4j..")
        .check(nabla);
  }

  @Test
  void onlyTheSecondOpinionNeedsSymja() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.nabla.symja")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.matheclipse..", "edu.jas..", "org.hipparchus..")
        .check(nabla);
  }

  @Test
  void thereIsNoStaticMutableState() {
    noFields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .haveNameNotMatching("dev.nabla.parse.Nabla(Lexer|Parser)") // generated
        .should()
        .notBeFinal()
        .check(nabla);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Manager|Impl|Helper)").check(nabla);
  }
}
