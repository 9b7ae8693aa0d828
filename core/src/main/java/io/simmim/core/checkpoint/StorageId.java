package io.simmim.core.checkpoint;

/**
 * The reference to a storage that a pickle holds in its place: {@code ("storage", class, key,
 * location, count)}; old files may add a view {@code (key, offset, count)} of a part of it.
 *
 * @param count elements of the whole storage
 * @param viewOffset first element of the part
 * @param viewCount elements of the part
 */
record StorageId(ScalarType type, String key, long count, long viewOffset, long viewCount) {

  private static final int VIEW = 5;

  static StorageId of(Object id) throws FormatException {
    if (!(id instanceof PyTuple tuple) || tuple.items().size() < VIEW) {
      throw new FormatException("a storage reference of an unknown form");
    }
    PyClass storage = TorchConstructors.argument(tuple, 1, PyClass.class);
    String key = TorchConstructors.argument(tuple, 2, String.class);
    long count = TorchConstructors.argument(tuple, 4, Long.class);
    if (tuple.items().size() > VIEW && tuple.items().get(VIEW) instanceof PyTuple view) {
      long offset = TorchConstructors.argument(view, 1, Long.class);
      long length = TorchConstructors.argument(view, 2, Long.class);
      return new StorageId(type(storage), key, count, offset, length);
    }
    return new StorageId(type(storage), key, count, 0, count);
  }

  private static ScalarType type(PyClass storage) throws FormatException {
    // Bytes without a type, whose element type a later call names.
    return storage.name().equals("UntypedStorage")
        ? ScalarType.UINT8
        : ScalarType.ofStorageClass(storage.name())
            .orElseThrow(() -> new FormatException("a storage of type " + storage.fullName()));
  }
}
