package io.ropeway.endpoint;

import org.glassfish.tyrus.core.ComponentProvider;

/** Injects the endpoint where Tyrus runs without a container. */
public final class CableEndpointProvider extends ComponentProvider {

  static volatile TicketOffice tickets;

  @Override
  public boolean isApplicable(Class<?> type) {
    return type == CableEndpoint.class;
  }

  @Override
  public <T> Object create(Class<T> type) {
    CableEndpoint endpoint = new CableEndpoint();
    endpoint.tickets = tickets;
    return endpoint;
  }

  @Override
  public boolean destroy(Object instance) {
    return true;
  }
}
