package io.ropeway.broadcast;

import io.ropeway.protocol.JsonText;
import io.ropeway.protocol.MalformedFrameException;
import io.ropeway.session.DisconnectReason;
import io.ropeway.session.EndedCredentials;
import io.ropeway.session.SessionRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does on this node what the nodes' own entries of the log say. */
@ApplicationScoped
public class ControlEntries {

  private static final System.Logger LOGGER = System.getLogger(ControlEntries.class.getName());
  private static final int DEPTH = 4;

  @Inject SessionRegistry sessions;
  @Inject EndedCredentials endedCredentials;

  /** Does one; returns at once. */
  void apply(LogEvent event) {
    switch (event.kind()) {
      case REMOTE_DISCONNECT -> disconnect(event.payload());
      case CREDENTIAL_END -> endCredential(event.payload());
      default -> LOGGER.log(System.Logger.Level.DEBUG, () -> "Nothing to do for " + event.kind());
    }
  }

  /** The payload that names connections: identifiers, and whether the clients shall come back. */
  static String disconnectPayload(Map<String, String> identifiers, boolean reconnect) {
    StringBuilder out = new StringBuilder("{\"reconnect\":").append(reconnect);
    out.append(",\"identifiers\":{");
    String separator = "";
    for (Map.Entry<String, String> one : identifiers.entrySet()) {
      out.append(separator);
      JsonText.quote(out, one.getKey());
      out.append(':');
      JsonText.quote(out, one.getValue());
      separator = ",";
    }
    return out.append("}}").toString();
  }

  private void disconnect(String payload) {
    try {
      JsonObject wanted = JsonText.object(payload, DEPTH);
      Map<String, String> identifiers = new LinkedHashMap<>();
      wanted
          .getJsonObject("identifiers")
          .forEach((name, value) -> identifiers.put(name, ((JsonString) value).getString()));
      sessions.disconnect(
          session -> session.identity().identifiers().equals(identifiers),
          DisconnectReason.REMOTE,
          wanted.getBoolean("reconnect"));
    } catch (MalformedFrameException e) {
      LOGGER.log(System.Logger.Level.ERROR, "A disconnect of another node cannot be read", e);
    }
  }

  private void endCredential(String credentialId) {
    endedCredentials.add(credentialId);
    sessions.disconnect(
        session -> credentialId.equals(session.identity().credentialId()),
        DisconnectReason.UNAUTHORIZED,
        false);
  }
}
