package io.ropeway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.Architectures;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The plan of the house: what each package is for, whom it may ask, and which library lives where.
 */
@AnalyzeClasses(packages = "io.ropeway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /**
   * What each package may use, from the edge inwards; below it, nothing looks up. Everybody may use
   * {@code config}. A message comes in through {@code endpoint}, {@code channel} and {@code
   * service}, and goes out through {@code broadcast}, {@code room} and {@code session}.
   */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              // The edges: sockets, HTTP, operators.
              Map.entry("endpoint", List.of("channel", "security", "session", "protocol")),
              Map.entry("rest", List.of("service", "security", "session")),
              Map.entry("admin", List.of("service", "security", "session", "room")),
              Map.entry("ops", List.of("channel", "session", "room", "broadcast", "persistence")),
              // Who connects, and what subscribers may do.
              Map.entry("security", List.of("service", "session", "protocol")),
              Map.entry(
                  "channel",
                  List.of("service", "ledger", "broadcast", "room", "session", "protocol")),
              // What the product does, one transaction each.
              Map.entry(
                  "service", List.of("persistence", "broadcast", "room", "session", "protocol")),
              // What outlives a connection.
              Map.entry("ledger", List.of("broadcast", "session", "protocol")),
              // The core: publishing, followers, clients, words.
              Map.entry("broadcast", List.of("room", "session", "protocol")),
              Map.entry("room", List.of("session", "protocol")),
              Map.entry("session", List.of("protocol")),
              Map.entry("protocol", List.of()),
              // What holds it up: other nodes, the database, settings.
              Map.entry("messaging", List.of("broadcast")),
              Map.entry("persistence", List.of("broadcast", "ledger")),
              Map.entry("config", List.of())));

  @ArchTest static final ArchRule layers = layers();

  private static ArchRule layers() {
    Architectures.LayeredArchitecture house =
        Architectures.layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.ropeway..");
    for (String name : MAY_USE.keySet()) {
      house = house.optionalLayer(name).definedBy("io.ropeway." + name + "..");
    }
    for (Map.Entry<String, List<String>> row : MAY_USE.entrySet()) {
      List<String> allowed =
          row.getKey().equals("config")
              ? List.of()
              : Stream.concat(row.getValue().stream(), Stream.of("config")).toList();
      house =
          allowed.isEmpty()
              ? house.whereLayer(row.getKey()).mayNotAccessAnyLayer()
              : house.whereLayer(row.getKey()).mayOnlyAccessLayers(allowed.toArray(String[]::new));
    }
    return house.ensureAllClassesAreContainedInArchitecture();
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("io.ropeway.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingOfTheProductKnowsTheServerSpecificTransport =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ropeway.endpoint.undertow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.ropeway.endpoint.undertow..");

  // Which library lives where.

  @ArchTest
  static final ArchRule webSocketsAreKnownAtTheEdgeAlone =
      only("jakarta.websocket..", "io.ropeway.endpoint..");

  @ArchTest
  static final ArchRule undertowIsKnownToItsTransportAlone =
      only("io.undertow..", "io.ropeway.endpoint.undertow..");

  @ArchTest
  static final ArchRule xnioIsKnownToUndertowsTransportAlone =
      only("org.xnio..", "io.ropeway.endpoint.undertow..");

  @ArchTest
  static final ArchRule servletsAreKnownAtTheEdgesAlone =
      only(
          "jakarta.servlet..",
          "io.ropeway.endpoint..",
          "io.ropeway.rest..",
          "io.ropeway.admin..",
          "io.ropeway.ops..",
          "io.ropeway.security..");

  @ArchTest
  static final ArchRule jaxRsIsForRestAndAdmin =
      only("jakarta.ws.rs..", "io.ropeway.rest..", "io.ropeway.admin..");

  @ArchTest
  static final ArchRule openApiIsForRestAndAdmin =
      only("org.eclipse.microprofile.openapi..", "io.ropeway.rest..", "io.ropeway.admin..");

  @ArchTest
  static final ArchRule messagesBetweenNodesAreForMessaging =
      only("jakarta.jms..", "io.ropeway.messaging..");

  @ArchTest
  static final ArchRule enterpriseBeansAreForMessaging =
      only("jakarta.ejb..", "io.ropeway.messaging..");

  @ArchTest
  static final ArchRule entitiesAreForPersistence =
      only("jakarta.persistence..", "io.ropeway.persistence..");

  @ArchTest
  static final ArchRule hibernateIsForPersistence =
      only("org.hibernate..", "io.ropeway.persistence..");

  @ArchTest
  static final ArchRule liquibaseIsForPersistence = only("liquibase..", "io.ropeway.persistence..");

  @ArchTest
  static final ArchRule jdbcIsForPersistence = only("java.sql..", "io.ropeway.persistence..");

  @ArchTest
  static final ArchRule settingsAreReadInConfigAlone =
      only("org.eclipse.microprofile.config..", "io.ropeway.config..");

  @ArchTest
  static final ArchRule theWireWordsKnowJsonAndNothingElseOfTheServer =
      noClasses()
          .that()
          .resideInAPackage("io.ropeway.protocol..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("jakarta..")
                  .and(describe("other than JSON-P", type -> !isJsonP(type))));

  /** Each call of {@code Json.create…} looks the provider up among all services of all archives. */
  @ArchTest
  static final ArchRule jsonsProviderIsLookedUpOnce =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "something of Json other than a factory is made",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Json.class)
                          && !call.getName().endsWith("Factory")));

  private static boolean isJsonP(JavaClass type) {
    return type.getPackageName().equals("jakarta.json")
        || type.getPackageName().startsWith("jakarta.json.stream");
  }

  private static ArchRule only(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  // Transactions.

  @ArchTest
  static final ArchRule onlyUseCasesStartATransaction =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.ropeway.service..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Transactional.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.ropeway.service.UseCase")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("jakarta.transaction.UserTransaction");

  // The container's own: threads, lookups.

  @ArchTest
  static final ArchRule noThreadIsMadeByHand =
      noClasses()
          .should(
              ArchConditions.callConstructorWhere(
                  describe(
                      "of a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executors.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ForkJoinPool.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.Timer.class);

  @ArchTest
  static final ArchRule nothingIsLookedUpThatCanBeInjected =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(CDI.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("javax.naming..");

  @ArchTest
  static final ArchRule injectedFieldsArePackagePrivate =
      fields()
          .that()
          .areAnnotatedWith(Inject.class)
          .should()
          .notHaveModifier(JavaModifier.PRIVATE)
          .andShould()
          .notHaveModifier(JavaModifier.PUBLIC)
          .andShould()
          .notHaveModifier(JavaModifier.PROTECTED);

  // Habits.

  @ArchTest
  static final ArchRule logsAreWrittenByThePlatformsLogger =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule theWayOfAFrameHasNoStreamsAndNoOptionals =
      noClasses()
          .that()
          .haveFullyQualifiedName("io.ropeway.broadcast.LocalFanOut")
          .or()
          .haveFullyQualifiedName("io.ropeway.session.Outbox")
          .or()
          .haveFullyQualifiedName("io.ropeway.room.Turn")
          .or()
          .haveFullyQualifiedName("io.ropeway.protocol.EncodedFrame")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.stream..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Optional.class);

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      classes().should().haveNameNotMatching(".*(Impl|Manager|Helper|Utils?)");

  @ArchTest
  static void everyPackageSaysWhatBelongsThere(JavaClasses all) {
    Collection<JavaPackage> packages = all.stream().map(JavaClass::getPackage).distinct().toList();

    assertThat(packages)
        .allSatisfy(
            one ->
                assertThat(one.tryGetPackageInfo())
                    .as("package-info of %s", one.getName())
                    .isPresent());
  }

  @Test
  void noFileIsLongerThanFourHundredLines() {
    assertThat(sources())
        .allSatisfy(file -> assertThat(lines(file)).as("lines of %s", file).isLessThan(401));
  }

  @Test
  void halfOfTheClassesAreNoLongerThanEightyLines() {
    List<Long> lengths =
        sources().stream()
            .filter(file -> file.toString().endsWith(".java"))
            .map(ArchitectureTest::lines)
            .sorted()
            .toList();

    assertThat(lengths.get(lengths.size() / 2)).isLessThanOrEqualTo(80);
  }

  /** All that is written by hand. */
  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("node_modules"))
          .filter(file -> file.toString().matches(".*\\.(java|js|css|html|xml|properties)"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
