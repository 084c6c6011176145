package io.ropeway.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** A stream that fails when it turns out to be longer than it may be. */
final class LimitedStream extends FilterInputStream {

  private final Supplier<RuntimeException> failure;
  private long left;

  LimitedStream(InputStream stream, long limit, Supplier<RuntimeException> failure) {
    super(stream);
    this.left = limit;
    this.failure = failure;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return read < 0 ? read : count(1, read);
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    int read = super.read(into, start, length);
    return read < 0 ? read : count(read, read);
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int count(int bytes, int result) {
    left -= bytes;
    if (left < 0) {
      throw failure.get();
    }
    return result;
  }
}
