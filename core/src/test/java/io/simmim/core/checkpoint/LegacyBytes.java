package io.simmim.core.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A file of the format before PyTorch 1.6 around a pickle and its one storage, "0". */
final class LegacyBytes {

  private static final int[] MAGIC = {0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19};

  private LegacyBytes() {}

  static byte[] file(byte[] pickle, long count, byte[] storage) {
    return file(pickle, 1001, true, new PickleBytes().op(']').text("0").op('a'), count, storage);
  }

  static byte[] file(
      byte[] pickle, int protocol, boolean little, PickleBytes keys, long count, byte[] storage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new PickleBytes().op(0x8a, MAGIC.length).op(MAGIC).stop());
    out.writeBytes(new PickleBytes().number(protocol).stop());
    PickleBytes facts = new PickleBytes().op('}').text("little_endian");
    out.writeBytes(facts.op(little ? 0x88 : 0x89, 's').stop());
    out.writeBytes(pickle);
    out.writeBytes(keys.stop());
    out.writeBytes(
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(count).array());
    out.writeBytes(storage);
    return out.toByteArray();
  }
}
