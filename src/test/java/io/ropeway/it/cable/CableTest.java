package io.ropeway.it.cable;

import io.ropeway.it.client.Backend;
import io.ropeway.it.client.CableClients;
import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run once over each transport. */
@ParameterizedClass
@EnumSource(Transport.class)
abstract class CableTest {

  @Parameter Transport transport;

  @RegisterExtension final CableClients cables = new CableClients(this::server);

  final Backend backend = new Backend(this::server, "demo");

  URI server() {
    return transport.server();
  }
}
