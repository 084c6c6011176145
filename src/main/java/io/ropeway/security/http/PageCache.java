package io.ropeway.security.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets browsers keep pages and ask only whether they are still the same: an ETag from the content,
 * and 304 when it matches. The files of a deployment do not change, so each is read once.
 */
@ApplicationScoped
public class PageCache {

  private static final String PAGE = "/index.html";

  /** The rooms, the desk and the contact widget. */
  private static final Set<String> PAGES = Set.of(PAGE, "/desk" + PAGE, "/widget" + PAGE);

  private final Map<String, Optional<String>> tags = new ConcurrentHashMap<>();

  /**
   * Names the version of a page.
   *
   * @return whether the client has it already and is told so
   */
  boolean answer(String path, HttpServletRequest request, HttpServletResponse response) {
    String page = page(path);
    if (!PAGES.contains(page)
        || !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      return false;
    }
    Optional<String> tag =
        tags.computeIfAbsent(page, file -> tag(request.getServletContext(), file));
    tag.ifPresent(value -> response.setHeader("ETag", value));
    String known = request.getHeader("If-None-Match");
    if (tag.isEmpty() || known == null || !known.contains(tag.get())) {
      return false;
    }
    response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    return true;
  }

  /** The file that an address stands for, if it is one of a page. */
  private static String page(String path) {
    return path.isEmpty() || path.endsWith("/") ? path.replaceFirst("/?$", PAGE) : path;
  }

  private static Optional<String> tag(ServletContext context, String file) {
    try (InputStream content = context.getResourceAsStream(file)) {
      if (content == null) {
        return Optional.empty();
      }
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return Optional.of('"' + Base64.getUrlEncoder().encodeToString(hash).substring(0, 22) + '"');
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
