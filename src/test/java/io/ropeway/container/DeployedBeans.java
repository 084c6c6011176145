package io.ropeway.container;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The dependent beans of one type as a container would offer them, made by suppliers. */
public class DeployedBeans<T> implements Instance<T> {

  private final Map<Class<?>, Supplier<? extends T>> suppliers = new LinkedHashMap<>();
  private final AtomicInteger alive = new AtomicInteger();

  /** Adds a bean class. */
  public <B extends T> DeployedBeans<T> add(Class<B> type, Supplier<B> supplier) {
    suppliers.put(type, supplier);
    return this;
  }

  /** How many instances were made and not destroyed. */
  public int alive() {
    return alive.get();
  }

  @Override
  public Iterable<? extends Handle<T>> handles() {
    return suppliers.keySet().stream().map(this::handle).toList();
  }

  @Override
  @SuppressWarnings("unchecked") // the bean classes are subtypes
  public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
    DeployedBeans<T> parent = this;
    if (!suppliers.containsKey(subtype)) {
      throw new IllegalArgumentException("No bean of " + subtype);
    }
    return new DeployedBeans<U>() {
      @Override
      public Handle<U> getHandle() {
        return (Handle<U>) parent.handle(subtype);
      }
    };
  }

  private Handle<T> handle(Class<?> type) {
    return new LazyHandle(type);
  }

  /** Makes its instance on first need, and no second one. */
  private final class LazyHandle implements Handle<T> {

    private final Class<?> type;
    private T instance;
    private boolean destroyed;

    LazyHandle(Class<?> type) {
      this.type = type;
    }

    @Override
    public T get() {
      if (destroyed) {
        throw new IllegalStateException("destroyed");
      }
      if (instance == null) {
        instance = suppliers.get(type).get();
        alive.incrementAndGet();
      }
      return instance;
    }

    @Override
    public Bean<T> getBean() {
      return new BeanOfClass<>(type);
    }

    @Override
    public void destroy() {
      if (instance != null && !destroyed) {
        alive.decrementAndGet();
      }
      destroyed = true;
    }

    @Override
    public void close() {
      destroy();
    }
  }

  private record BeanOfClass<T>(Class<?> getBeanClass) implements Bean<T> {

    @Override
    public Set<InjectionPoint> getInjectionPoints() {
      return Set.of();
    }

    @Override
    public T create(CreationalContext<T> context) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(T instance, CreationalContext<T> context) {}

    @Override
    public Set<Type> getTypes() {
      return Set.of(getBeanClass);
    }

    @Override
    public Set<Annotation> getQualifiers() {
      return Set.of();
    }

    @Override
    public Class<? extends Annotation> getScope() {
      return Dependent.class;
    }

    @Override
    public String getName() {
      return null;
    }

    @Override
    public Set<Class<? extends Annotation>> getStereotypes() {
      return Set.of();
    }

    @Override
    public boolean isAlternative() {
      return false;
    }
  }

  @Override
  public Instance<T> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isUnsatisfied() {
    return suppliers.isEmpty();
  }

  @Override
  public boolean isAmbiguous() {
    return suppliers.size() > 1;
  }

  @Override
  public void destroy(T instance) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Handle<T> getHandle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public T get() {
    return getHandle().get();
  }

  @Override
  public Iterator<T> iterator() {
    throw new UnsupportedOperationException();
  }
}
