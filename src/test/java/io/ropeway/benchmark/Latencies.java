package io.ropeway.benchmark;

import java.util.Arrays;

/** Every single latency of a run, in nanoseconds; nothing is rounded, sampled or left out. */
final class Latencies {
  private long[] samples = new long[1 << 16];
  private int size;
  private boolean sorted;

  void add(long nanos) {
    if (size == samples.length) {
      samples = Arrays.copyOf(samples, size * 2);
    }
    samples[size++] = nanos;
    sorted = false;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** The latency in milliseconds that the given share of deliveries did not exceed. */
  double percentile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    if (!sorted) {
      Arrays.sort(samples, 0, size);
      sorted = true;
    }
    int index = (int) Math.ceil(share * size) - 1;
    return samples[Math.max(0, index)] / 1e6;
  }
}
