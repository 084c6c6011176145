package io.ropeway.channel.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTextTest {

  private static final String SECRET = "s3Krit";

  /** As {@code ActiveSupport::MessageVerifier} signs it, with SHA256 and the JSON serialiser. */
  private static final String SIGNED =
      "ImNoYXQvMjAyMyI=--2b2e054b6413bf3bc7e8bbad2f68962aa2ba19821800ccbd8de6fd7314e8320c";

  @Test
  void readsWhatItSigned() {
    assertThat(SignedText.verify(SignedText.sign("chat/\"ä😀\"", SECRET), SECRET))
        .contains("chat/\"ä😀\"");
  }

  @Test
  void readsWhatRailsSigned() {
    assertThat(SignedText.verify(SIGNED, SECRET)).contains("chat/2023");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "--", "a--", "--a", "ImNoYXQvMjAyMyI=", "ImNoYXQvMjAyMyI=--00", "?--?"})
  void knowsNothingOfOtherTexts(String text) {
    assertThat(SignedText.verify(text, SECRET)).isEmpty();
  }

  @Test
  void knowsNothingThatAnotherSecretSignedOrSomebodyChanged() {
    assertThat(SignedText.verify(SIGNED, "another")).isEmpty();
    assertThat(SignedText.verify(SIGNED.replace("ImNo", "ImNp"), SECRET)).isEmpty();
    assertThat(SignedText.verify(SIGNED + "0", SECRET)).isEmpty();
  }
}
