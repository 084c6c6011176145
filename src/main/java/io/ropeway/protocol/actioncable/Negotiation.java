package io.ropeway.protocol.actioncable;

import io.ropeway.protocol.ProtocolCodec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Action Cable subprotocol a connection speaks.
 *
 * <p>The client's own order decides, as in Rails. Who offers nothing is served plain v1 without a
 * header, as hand-written clients expect. Who offers only what we do not speak gets {@code
 * actioncable-unsupported} if it knows that word, which stops its retries.
 */
public final class Negotiation {

  private final List<ProtocolCodec> codecs;

  public Negotiation(int jsonDepth) {
    this.codecs = List.of(ActionCableCodec.v1Extended(jsonDepth), ActionCableCodec.v1(jsonDepth));
  }

  /**
   * Chooses among the offered names, in the client's order.
   *
   * @return empty if nothing offered can be spoken
   */
  public Optional<Outcome> choose(List<String> offered) {
    if (offered.isEmpty()) {
      return Optional.of(new Outcome(null, codecs.get(1)));
    }
    for (String name : offered) {
      for (ProtocolCodec codec : codecs) {
        if (codec.subprotocol().equals(name)) {
          return Optional.of(new Outcome(name, codec));
        }
      }
    }
    return offered.contains(Words.UNSUPPORTED)
        ? Optional.of(new Outcome(Words.UNSUPPORTED, null))
        : Optional.empty();
  }

  /**
   * What was agreed.
   *
   * @param subprotocol the name to answer the handshake with, or null for none
   * @param codec the codec to speak, or null if the client must be told that nothing fits
   */
  public record Outcome(@Nullable String subprotocol, @Nullable ProtocolCodec codec) {}
}
