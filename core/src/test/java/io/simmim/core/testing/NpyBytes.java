package io.simmim.core.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** NumPy's {@code .npy} format, version 1.0. */
public final class NpyBytes {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private NpyBytes() {}

  public static byte[] float64(int[] shape, double[] values) {
    String sides = Arrays.stream(shape).mapToObj(s -> s + ",").collect(Collectors.joining(" "));
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }"
            .formatted(shape.length == 1 ? sides : sides.replaceFirst(",$", ""));
    int length = MAGIC.length + 2 + header.length() + 1;
    int padding = (ALIGNMENT - length % ALIGNMENT) % ALIGNMENT;
    byte[] bytes = new byte[length + padding + values.length * Double.BYTES];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).putShort((short) (header.length() + padding + 1));
    out.put((header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII));
    out.asDoubleBuffer().put(values);
    return bytes;
  }
}
