package io.ropeway.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Upgrades by the Jakarta WebSocket API (2.1), on every server. */
@ApplicationScoped
public class WebSocketTransport implements UpgradeTransport {

  @Inject TicketOffice tickets;

  @Override
  public void upgrade(HttpServletRequest request, HttpServletResponse response, Upgrade upgrade)
      throws IOException, ServletException {
    ServerContainer container =
        (ServerContainer) request.getServletContext().getAttribute(ServerContainer.class.getName());
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(CableEndpoint.class, CableEndpoint.PATH)
            .subprotocols(
                upgrade.subprotocol() == null ? List.of() : List.of(upgrade.subprotocol()))
            .build();
    try {
      container.upgradeHttpToWebSocket(
          request, response, config, Map.of("ticket", tickets.issue(upgrade)));
    } catch (DeploymentException e) {
      throw new ServletException(e);
    }
  }
}
