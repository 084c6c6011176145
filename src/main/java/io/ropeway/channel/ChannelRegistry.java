package io.ropeway.channel;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels that are deployed: all beans of type {@link Channel}, wherever their JAR is. */
@ApplicationScoped
public class ChannelRegistry {

  @Inject @Any Instance<Channel> channels;

  private final Map<String, ChannelDefinition> definitions = new HashMap<>();

  @PostConstruct
  void read() {
    for (Instance.Handle<Channel> handle : channels.handles()) {
      Class<? extends Channel> type = handle.getBean().getBeanClass().asSubclass(Channel.class);
      if (!type.isAnnotationPresent(ChannelName.class)) {
        throw new IllegalStateException("Annotate " + type.getName() + " with @ChannelName");
      }
      ChannelDefinition definition = new ChannelDefinition(type);
      ChannelDefinition other = definitions.put(definition.name(), definition);
      if (other != null) {
        throw new IllegalStateException(
            other.type().getName() + " and " + type.getName() + " have one channel name");
      }
    }
  }

  /** The channel of a name, or null. */
  @Nullable ChannelDefinition find(String name) {
    return definitions.get(name);
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
