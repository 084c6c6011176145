package io.ropeway.service;

import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One transaction around a method, or around each method of a class, with a {@link Refusal} in
 * place of the exceptions of a database that is away or was asked to store a thing twice.
 */
@Inherited
@InterceptorBinding
@Transactional
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface UseCase {}
