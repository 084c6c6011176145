package io.ropeway.rest.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;

/** Has the API's description name the addresses that clients use, which {@link DeskDoor} opens. */
public class DeskPaths implements OASFilter {

  private static final String ROOT = "/api";

  @Override
  public void filterOpenAPI(OpenAPI description) {
    Paths paths = description.getPaths();
    if (paths == null || paths.getPathItems() == null) {
      return;
    }
    Map<String, PathItem> renamed = new LinkedHashMap<>();
    paths.getPathItems().forEach((path, item) -> renamed.put(address(path), item));
    paths.setPathItems(renamed);
  }

  static String address(String path) {
    return path.startsWith(ROOT + "/auth/") || path.startsWith(ROOT + "/public/")
        ? path.substring(ROOT.length())
        : path;
  }
}
