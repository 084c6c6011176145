package io.ropeway.rest.support;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Leads what the desk's clients ask outside of {@code /api} to its resources, which all stand under
 * {@code /api}: {@code /auth/sign_in} is served by the resource of {@code /api/auth/sign_in}.
 */
@WebServlet(
    urlPatterns = {"/auth/*", "/public/api/*"},
    asyncSupported = true)
public class DeskDoor extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    // As it was sent: what is encoded in it is decoded once, by whoever serves it.
    String path = request.getRequestURI().substring(request.getContextPath().length());
    request.getRequestDispatcher("/api" + path).forward(request, response);
  }
}
