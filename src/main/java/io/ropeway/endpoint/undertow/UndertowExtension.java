package io.ropeway.endpoint.undertow;

import io.ropeway.endpoint.UpgradeTransport;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.servlet.ServletContext;

/**
 * Announces the transport where Undertow deploys the application. Another server does not look for
 * this service and never loads the class.
 */
public final class UndertowExtension implements ServletExtension {
  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    context.setAttribute(UpgradeTransport.ATTRIBUTE, new UndertowTransport());
  }
}
