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

  /** Bytes read so far. */
  int position() {
    return in.position();
  }

  void position(int position) {
    in.position(position);
  }

  int opcode() throws FormatException {
    return uint8();
  }

  int uint8() throws FormatException {
    need(1);
    return in.get() & 0xFF;
  }

  int uint16() throws FormatException {
    need(2);
    return in.getShort() & 0xFFFF;
  }

  int int32() throws FormatException {
    need(4);
    return in.getInt();
  }

  /** A length or index that must fit the file. */
  int length32() throws FormatException {
    return checked(int32() & 0xFFFF_FFFFL);
  }

  int length64() throws FormatException {
    need(8);
    return checked(in.getLong());
  }

  double float64() throws FormatException {
    need(8);
    return Double.longBitsToDouble(Long.reverseBytes(in.getLong()));
  }

  String utf8(int length) throws FormatException {
    return new String(bytes(length), StandardCharsets.UTF_8);
  }

  byte[] bytes(int length) throws FormatException {
    need(length);
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** A two's complement little-endian integer; a Long where it fits. */
  Number integer(int length) throws FormatException {
    if (length > MAX_INTEGER_BYTES) {
      throw new FormatException("an integer of " + length + " bytes");
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
  String line() throws FormatException {
    int start = in.position();
    int length = 0;
    while (uint8() != '\n') {
      length++;
    }
    byte[] bytes = new byte[length];
    in.get(start, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private int checked(long length) throws FormatException {
    if (length < 0 || length > in.capacity()) {
      throw new FormatException("a length of " + length + " in " + in.capacity() + " bytes");
    }
    return (int) length;
  }

  private void need(int bytes) throws FormatException {
    if (in.remaining() < bytes) {
      throw new FormatException("it ends in the middle of a value");
    }
  }
}
