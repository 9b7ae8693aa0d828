package io.simmim.core.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** Element types of stored tensors, with the name of their storage class in a pickle. */
public enum ScalarType {
  FLOAT32("FloatStorage", 4),
  FLOAT64("DoubleStorage", 8),
  FLOAT16("HalfStorage", 2),
  BFLOAT16("BFloat16Storage", 2),
  INT64("LongStorage", 8),
  INT32("IntStorage", 4),
  INT16("ShortStorage", 2),
  INT8("CharStorage", 1),
  UINT8("ByteStorage", 1),
  BOOL("BoolStorage", 1);

  private final String storageClass;
  private final int bytes;

  ScalarType(String storageClass, int bytes) {
    this.storageClass = storageClass;
    this.bytes = bytes;
  }

  /** Class name in module {@code torch}. */
  public String storageClass() {
    return storageClass;
  }

  /** Size of one element. */
  public int bytes() {
    return bytes;
  }

  static Optional<ScalarType> ofStorageClass(String name) {
    return Arrays.stream(values()).filter(t -> t.storageClass.equals(name)).findFirst();
  }
}
