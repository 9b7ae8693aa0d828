package io.simmim.core.checkpoint;

import java.util.Arrays;
import java.util.Optional;

/** Element types of stored tensors, with their names in a pickle and in a safetensors header. */
public enum ScalarType {
  FLOAT32("FloatStorage", "F32", 4),
  FLOAT64("DoubleStorage", "F64", 8),
  FLOAT16("HalfStorage", "F16", 2),
  BFLOAT16("BFloat16Storage", "BF16", 2),
  INT64("LongStorage", "I64", 8),
  INT32("IntStorage", "I32", 4),
  INT16("ShortStorage", "I16", 2),
  INT8("CharStorage", "I8", 1),
  UINT8("ByteStorage", "U8", 1),
  BOOL("BoolStorage", "BOOL", 1);

  private final String storageClass;
  private final String safetensorsName;
  private final int bytes;

  ScalarType(String storageClass, String safetensorsName, int bytes) {
    this.storageClass = storageClass;
    this.safetensorsName = safetensorsName;
    this.bytes = bytes;
  }

  /** Class name in module {@code torch}. */
  public String storageClass() {
    return storageClass;
  }

  /** The {@code dtype} of a safetensors header. */
  public String safetensorsName() {
    return safetensorsName;
  }

  /** Size of one element. */
  public int bytes() {
    return bytes;
  }

  /** Whether values are floating-point numbers. */
  public boolean isFloat() {
    return this == FLOAT32 || this == FLOAT64 || this == FLOAT16 || this == BFLOAT16;
  }

  static Optional<ScalarType> ofStorageClass(String name) {
    return Arrays.stream(values()).filter(t -> t.storageClass.equals(name)).findFirst();
  }

  static Optional<ScalarType> ofSafetensorsName(String name) {
    return Arrays.stream(values()).filter(t -> t.safetensorsName.equals(name)).findFirst();
  }
}
