package io.ropeway.persistence;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Asks the breaker before a call, and tells it how the call ended. */
@NeedsDatabase
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class NeedsDatabaseInterceptor {

  @Inject DatabaseBreaker breaker;

  @AroundInvoke
  public Object guard(InvocationContext call) throws Exception {
    breaker.require();
    try {
      Object answer = call.proceed();
      breaker.succeeded();
      return answer;
    } catch (Exception e) {
      breaker.failed(e);
      throw e;
    }
  }
}
