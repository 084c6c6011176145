package io.ropeway.protocol.actioncable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiationTest {

  private static final String V1 = "actioncable-v1-json";
  private static final String EXT = "actioncable-v1-ext-json";
  private static final String UNSUPPORTED = "actioncable-unsupported";

  private final Negotiation negotiation = new Negotiation(32);

  @Test
  void takesTheFirstKnownNameInTheClientsOwnOrder() {
    assertThat(chosen(V1, EXT)).isEqualTo(V1);
    assertThat(chosen(EXT, V1)).isEqualTo(EXT);
    assertThat(chosen("custom", EXT, V1)).isEqualTo(EXT);
  }

  @Test
  void prefersWhatItSpeaksToUnsupportedWhateverTheOrder() {
    assertThat(chosen(UNSUPPORTED, V1)).isEqualTo(V1);
    assertThat(chosen(V1, UNSUPPORTED)).isEqualTo(V1);
  }

  @Test
  void servesWhoOffersNothingWithPlainV1AndNoHeader() {
    Negotiation.Outcome outcome = negotiation.choose(List.of()).orElseThrow();

    assertThat(outcome.subprotocol()).isNull();
    assertThat(outcome.codec().subprotocol()).isEqualTo(V1);
  }

  @Test
  void tellsWhoKnowsTheWordThatNothingFits() {
    Negotiation.Outcome outcome = negotiation.choose(List.of("other", UNSUPPORTED)).orElseThrow();

    assertThat(outcome.subprotocol()).isEqualTo(UNSUPPORTED);
    assertThat(outcome.codec()).isNull();
  }

  @Test
  void findsNothingForWhoOffersOnlyUnknownNames() {
    assertThat(negotiation.choose(List.of("other", "anycable-token.abc"))).isEmpty();
  }

  @Test
  void isExactAboutNames() {
    assertThat(negotiation.choose(List.of("ActionCable-v1-json"))).isEmpty();
  }

  @Test
  void givesAllConnectionsOfADialectOneCodec() {
    assertThat(negotiation.choose(List.of()).orElseThrow().codec())
        .isSameAs(negotiation.choose(List.of(V1)).orElseThrow().codec());
  }

  private String chosen(String... offered) {
    Negotiation.Outcome outcome = negotiation.choose(List.of(offered)).orElseThrow();
    assertThat(outcome.codec().subprotocol()).isEqualTo(outcome.subprotocol());
    return outcome.subprotocol();
  }
}
