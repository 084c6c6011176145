package io.ropeway.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenTextTest {

  @Test
  void hasAHundredAndMoreBitsThatNobodyGuesses() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String token = TokenText.random();
      assertThat(token).matches("[A-Za-z0-9_-]{43}");
      assertThat(TokenText.isPlausible(token)).isTrue();
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void isKnownByItsSha256() {
    assertThat(TokenText.hash("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void isNotWhateverAClientSends() {
    assertThat(TokenText.isPlausible("")).isFalse();
    assertThat(TokenText.isPlausible("x".repeat(42))).isFalse();
    assertThat(TokenText.isPlausible("x".repeat(42) + "'")).isFalse();
    assertThat(TokenText.isPlausible("x".repeat(100_000))).isFalse();
  }
}
