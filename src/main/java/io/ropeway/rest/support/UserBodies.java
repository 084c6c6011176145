package io.ropeway.rest.support;

import io.ropeway.rest.Caller;
import io.ropeway.service.account.UserView;
import io.ropeway.service.account.Users;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;

/** A user as signing in and the profile show it. */
@RequestScoped
public class UserBodies {

  @Inject Users users;

  /** The caller, with the token that the caller has shown. */
  JsonObject of(Caller caller) {
    return body(users.me(caller.identity()), caller.explicitToken().orElse(null));
  }

  /** Who has just signed in. */
  JsonObject of(UserView user, String token) {
    return body(user, token);
  }

  private static JsonObject body(UserView user, @Nullable String token) {
    JsonObjectBuilder body =
        Json.createObjectBuilder()
            .add("id", user.id())
            .add("account_id", user.account().id())
            .add("name", user.name())
            .add("email", user.login())
            .add("uid", user.login())
            .add("provider", "email");
    return (token == null ? body.addNull("access_token") : body.add("access_token", token)).build();
  }
}
