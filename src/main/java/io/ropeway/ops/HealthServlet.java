package io.ropeway.ops;

import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.DatabaseProbe;
import io.ropeway.session.Draining;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code GET /health} on the application's port, the same on every server: 200 when this node
 * serves, 503 with the reason when it does not.
 */
@WebServlet("/health")
public class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final System.Logger LOGGER = System.getLogger(HealthServlet.class.getName());

  @Inject transient DatabaseProbe database;
  @Inject transient DatabaseBreaker breaker;
  @Inject transient Draining draining;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    if (draining.hasBegun()) {
      down(response, "this node is going away");
    } else if (!databaseAnswers()) {
      down(response, "the database does not answer");
    } else {
      response.getWriter().write("{\"status\":\"UP\"}");
    }
  }

  private boolean databaseAnswers() {
    if (breaker.isOpen()) {
      return false; // it is being probed already
    }
    try {
      database.ping();
      return true;
    } catch (RuntimeException e) {
      breaker.failed(e);
      LOGGER.log(System.Logger.Level.DEBUG, "The database does not answer", e);
      return false;
    }
  }

  private static void down(HttpServletResponse response, String reason) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.getWriter().write("{\"status\":\"DOWN\",\"reason\":\"" + reason + "\"}");
  }
}
