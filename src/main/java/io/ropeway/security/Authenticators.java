package io.ropeway.security;

import io.ropeway.session.HandshakeRequest;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Comparator;
import java.util.List;

/** All deployed authenticators, asked one after another. */
@ApplicationScoped
public class Authenticators {

  @Inject @Any Instance<Authenticator> deployed;

  private List<Authenticator> ordered = List.of();

  @PostConstruct
  void order() {
    ordered =
        deployed
            .handlesStream()
            .sorted(Comparator.comparingInt(handle -> priority(handle.getBean().getBeanClass())))
            .map(Instance.Handle::get)
            .toList();
  }

  private static int priority(Class<?> type) {
    Priority priority = type.getAnnotation(Priority.class);
    return priority == null ? Interceptor.Priority.APPLICATION : priority.value();
  }

  /** The first answer of one that knows what was presented. */
  public Authentication authenticate(HandshakeRequest request) {
    for (Authenticator authenticator : ordered) {
      Authentication outcome = authenticator.authenticate(request);
      if (!(outcome instanceof Authentication.NotPresented)) {
        return outcome;
      }
    }
    return Authentication.notPresented();
  }
}
