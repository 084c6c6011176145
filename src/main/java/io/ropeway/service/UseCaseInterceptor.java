package io.ropeway.service;

import io.ropeway.persistence.DatabaseBreaker;
import io.ropeway.persistence.DatabaseFailure;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands outside the transaction, so that it sees a failed commit as well. */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class UseCaseInterceptor {

  private static final String AWAY = "The database cannot be reached; try again soon.";

  @Inject DatabaseBreaker breaker;

  /**
   * Runs the use case unless the database is away; from inside another one the exception passes as
   * it is.
   */
  @AroundInvoke
  public Object translateFailure(InvocationContext call) throws Exception {
    if (breaker.isOpen()) {
      throw Refusal.unavailable(AWAY);
    }
    try {
      Object result = call.proceed();
      breaker.succeeded();
      return result;
    } catch (Refusal refusal) {
      throw breaker.isOpen() ? Refusal.unavailable(AWAY, refusal) : refusal;
    } catch (Exception e) {
      breaker.failed(e);
      if (breaker.isOpen()) { // whatever it was: nothing is sure that was found out meanwhile
        throw Refusal.unavailable(AWAY, e);
      }
      switch (DatabaseFailure.of(e)) {
        case AWAY:
          throw Refusal.unavailable(AWAY, e);
        case CONFLICT:
          throw Refusal.conflict("Somebody else has just stored the same.");
        default:
          throw e;
      }
    }
  }
}
