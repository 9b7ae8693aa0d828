package io.simmim.core.checkpoint;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the operands of pickle opcodes, never past the end and never more than is there. */
final class PickleInput {

  private static final int MAX_INTEGER_BYTES = 64;

  private final ByteBuffer in;

  PickleInput(ByteBuffer bytes) {
    in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  int opcode() throws PickleException {
    return uint8();
  }

  int uint8() throws PickleException {
    need(1);
    return in.get() & 0xFF;
  }

  int uint16() throws PickleException {
    need(2);
    return in.getShort() & 0xFFFF;
  }

  int int32() throws PickleException {
    need(4);
    return in.getInt();
  }

  /** A length or index that must fit the file. */
  int length32() throws PickleException {
    return checked(int32() & 0xFFFF_FFFFL);
  }

  int length64() throws PickleException {
    need(8);
    return checked(in.getLong());
  }

  double float64() throws PickleException {
    need(8);
    return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
  }

  String utf8(int length) throws PickleException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  byte[] bytes(int length) throws PickleException {
    need(length);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** A two's complement little-endian integer; a Long where it fits. */
  Number integer(int length) throws PickleException {
    if (length > MAX_INTEGER_BYTES) {
      throw new PickleException("an integer of " + length + " bytes");
    }
    byte[] little = bytes(length);
    byte[] big = new byte[Math.max(1, length)];
    for (int i = 0; i < length; i++) {
      big[length - 1 - i] = little[i];
    }
    BigInteger value = new BigInteger(big);
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }

  /** Text up to the next line feed. */
  String line() throws PickleException {
    int start = in.position();
    int length = 0;
    while (uint8() != '\n') {
      length++;
    }
    byte[] bytes = new byte[length];
    in.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int checked(long length) throws PickleException {
    if (length < 0 || length > in.capacity()) {
      throw new PickleException("a length of " + length + " in " + in.capacity() + " bytes");
    }
    return (int) length;
  }

  private void need(int bytes) throws PickleException {
    if (in.remaining() < bytes) {
      throw new PickleException("it ends in the middle of a value");
    }
  }
}
