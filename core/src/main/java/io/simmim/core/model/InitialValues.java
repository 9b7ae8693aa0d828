package io.simmim.core.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Room in native memory for the initial values of one parameter after the other, as large as the
 * largest of them: a buffer for each would double the model's memory until they are collected.
 */
final class InitialValues {

  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  /** So many bytes, whose content is that of the last call. */
  ByteBuffer room(int bytes) {
    if (bytes > buffer.capacity()) {
      buffer = ByteBuffer.allocateDirect(bytes);
    }
    return buffer.slice(0, bytes).order(ByteOrder.nativeOrder());
  }
}
