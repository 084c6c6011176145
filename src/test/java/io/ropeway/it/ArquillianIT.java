package io.ropeway.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Deploys through the management port, as an operator's tools do. The other tests run servers of
 * their own: Arquillian packs the WAR anew for each class, and can neither kill a server nor start
 * it again.
 */
@ArquillianTest
class ArquillianIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return ShrinkWrap.create(ZipImporter.class, "ropeway.war")
        .importFrom(Installation.war().toFile())
        .as(WebArchive.class);
  }

  @Test
  void servesAfterADeploymentByManagement(@ArquillianResource URI base) throws Exception {
    HttpRequest health = HttpRequest.newBuilder(base.resolve("/health")).build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(health, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
