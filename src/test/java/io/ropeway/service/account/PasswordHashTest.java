package io.ropeway.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  @Test
  void knowsThePasswordAgainAndNoOther() {
    String stored = PasswordHash.hash("Grüße, 🎉");
    assertThat(PasswordHash.matches("Grüße, 🎉", stored)).isTrue();
    assertThat(PasswordHash.matches("Grüße, 🎊", stored)).isFalse();
    assertThat(PasswordHash.matches("", stored)).isFalse();
  }

  @Test
  void saltsEachHashAndSaysHowItWasMade() {
    String one = PasswordHash.hash("secret");
    assertThat(one).startsWith("pbkdf2-sha512:210000:").hasSizeLessThanOrEqualTo(255);
    assertThat(one).isNotEqualTo(PasswordHash.hash("secret")).doesNotContain("secret");
  }

  @Test
  void readsHashesOfOtherCosts() {
    String published =
        "pbkdf2-sha512:1000:c2FsdA==:r+bFUweFtsxrHGRTOEcxvV7kMu5Un9QvtmlXea2KHFv1"
            + "neacSPd078QAfVKY+QM8AkHVq2kwXntk7O642DTP7A==";
    assertThat(PasswordHash.matches("password", published)).isTrue();
    assertThat(PasswordHash.matches("Password", published)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.matches("x", "plain"));
  }
}
