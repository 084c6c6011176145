package io.ropeway.service;

import io.ropeway.persistence.DatabaseFailure;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Stands outside the transaction, so that it sees a failed commit as well. */
@UseCase
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class UseCaseInterceptor {

  /** Runs the use case; from inside another one the exception passes as it is. */
  @AroundInvoke
  public Object translateFailure(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (Exception e) {
      switch (DatabaseFailure.of(e)) {
        case AWAY:
          throw Refusal.unavailable("The database cannot be reached; try again soon.", e);
        case CONFLICT:
          throw Refusal.conflict("Somebody else has just stored the same.");
        default:
          throw e;
      }
    }
  }
}
