package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * Lets a library read a mapped file, but only so much of it, so that a table of contents of a
 * million entries cannot fill the memory.
 */
final class FrugalChannel implements SeekableByteChannel {

  private final MappedFile file;
  private long left;
  private long position;

  FrugalChannel(MappedFile file, long left) {
    this.file = file;
    this.left = left;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= file.size()) {
      return -1;
    }
    int count = (int) Math.min(target.remaining(), file.size() - position);
    left -= count;
    if (exhausted()) {
      throw new IOException("more was read than is allowed");
    }
    try {
      target.put(file.slice(position, count));
    } catch (FormatException e) {
      throw new IOException(e);
    }
    position += count;
    return count;
  }

  /** Whether more was read than is allowed. */
  boolean exhausted() {
    return left < 0;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long position) {
    if (position < 0) {
      throw new IllegalArgumentException("expected a position from 0 on, got " + position);
    }
    this.position = position;
    return this;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
