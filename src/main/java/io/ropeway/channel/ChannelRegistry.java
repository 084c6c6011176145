package io.ropeway.channel;

import io.ropeway.broadcast.NamePattern;
import io.ropeway.broadcast.StreamNames;
import io.ropeway.config.SettingLookup;
import io.ropeway.config.StartOrder;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels that are deployed: all beans of type {@link Channel}, wherever their JAR is. */
@ApplicationScoped
public class ChannelRegistry {

  @Inject @Any Instance<Channel> channels;
  @Inject StreamNames streams;
  @Inject SettingLookup settings;

  private final Map<String, ChannelDefinition> definitions = new HashMap<>();

  /** Has this bean made before anything is published, for all to agree on what is durable. */
  void startWithApplication(
      @Observes @Priority(StartOrder.CHECK) @Initialized(ApplicationScoped.class) Object event) {}

  @PostConstruct
  void read() {
    for (Instance.Handle<Channel> handle : channels.handles()) {
      Class<? extends Channel> type = handle.getBean().getBeanClass().asSubclass(Channel.class);
      ChannelName name = type.getAnnotation(ChannelName.class);
      if (name == null) {
        throw new IllegalStateException("Annotate " + type.getName() + " with @ChannelName");
      }
      if (isWanted(name)) {
        add(new ChannelDefinition(type));
      }
    }
  }

  private boolean isWanted(ChannelName name) {
    return name.onlyWith().length == 0 || Arrays.stream(name.onlyWith()).anyMatch(settings::isSet);
  }

  private void add(ChannelDefinition definition) {
    ChannelDefinition other = definitions.put(definition.name(), definition);
    if (other != null) {
      throw new IllegalStateException(
          other.type().getName()
              + " and "
              + definition.type().getName()
              + " have one channel name");
    }
    streams.declareDurable(definition.durable());
  }

  /** The channel of a name, or null. */
  @Nullable ChannelDefinition find(String name) {
    return definitions.get(name);
  }

  /** Whether a stream is one of those that a channel declares, and so decides about. */
  public boolean isDeclared(String stream) {
    return definitions.values().stream()
        .flatMap(definition -> definition.durable().stream())
        .anyMatch(pattern -> new NamePattern(pattern).matches(stream));
  }

  /** Whether some channel lets anonymous connections try. */
  public boolean hasPublicChannel() {
    return definitions.values().stream().anyMatch(d -> d.access() == Access.PUBLIC);
  }

  /** A new instance for one subscription, to be destroyed by its handle. */
  Instance.Handle<? extends Channel> create(ChannelDefinition definition) {
    return channels.select(definition.type()).getHandle();
  }
}
