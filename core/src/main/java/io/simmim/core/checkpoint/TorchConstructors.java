package io.simmim.core.checkpoint;

import io.simmim.core.checkpoint.PickleMachine.PyClass;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The classes that checkpoints are made of and what each becomes here. Any other class stays an
 * inert {@link PyObject}, so a hostile file can name what it likes and nothing happens.
 */
final class TorchConstructors implements PickleMachine.Constructors {

  /** As many as PyTorch allows. */
  private static final int MAX_DIMENSIONS = 64;

  /** Finds the bytes of a storage by its key in the archive. */
  interface Storages {
    ByteBuffer find(String key) throws PickleException;
  }

  private final Storages storages;
  private final Map<String, ByteBuffer> found = new HashMap<>();
  private long copyBudget;

  /**
   * For one file.
   *
   * @param copyBudget bytes that may be copied for tensors that do not lie in one piece; without a
   *     limit, a small file could ask for any number of copies of one storage
   */
  TorchConstructors(Storages storages, long copyBudget) {
    this.storages = storages;
    this.copyBudget = copyBudget;
  }

  @Override
  public Object call(PyClass type, PyTuple arguments) throws PickleException {
    return switch (type.fullName()) {
      case "collections.OrderedDict", "collections.defaultdict", "yacs.config.CfgNode" ->
          new LinkedHashMap<>();
      case "torch.Size" -> argument(arguments, 0, PyTuple.class);
      case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
      case "torch._utils._rebuild_parameter" -> argument(arguments, 0, TensorData.class);
      default -> new PyObject(type.fullName(), arguments);
    };
  }

  private TensorData tensor(PyTuple arguments) throws PickleException {
    StorageRef storage = argument(arguments, 0, StorageRef.class);
    long offset = argument(arguments, 1, Long.class);
    List<Long> size = longs(argument(arguments, 2, PyTuple.class));
    TensorData tensor = storage.tensor(offset, size, longs(argument(arguments, 3, PyTuple.class)));
    if (!tensor.bytes().isDirect()) {
      copyBudget -= tensor.bytes().remaining();
    }
    if (copyBudget < 0) {
      throw new PickleException("more strided tensors than its size explains");
    }
    return tensor;
  }

  private static List<Long> longs(PyTuple tuple) throws PickleException {
    int count = tuple.items().size();
    if (count > MAX_DIMENSIONS) {
      throw new PickleException("a tensor of " + count + " dimensions");
    }
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(argument(tuple, i, Long.class));
    }
    return values;
  }

  @Override
  public Object persistent(Object id) throws PickleException {
    if (!(id instanceof PyTuple tuple) || tuple.items().size() < 5) {
      throw new PickleException("a storage reference of an unknown form");
    }
    PyClass storage = argument(tuple, 1, PyClass.class);
    ScalarType type =
        ScalarType.ofStorageClass(storage.name())
            .orElseThrow(() -> new PickleException("a storage of type " + storage.fullName()));
    ByteBuffer bytes = bytes(argument(tuple, 2, String.class));
    long count = argument(tuple, 4, Long.class);
    if (count < 0 || count > bytes.remaining() / type.bytes()) {
      throw new PickleException(
          "a storage of " + count + " values in " + bytes.remaining() + " bytes");
    }
    return new StorageRef(type, bytes.slice(0, Math.toIntExact(count * type.bytes())));
  }

  // Tensors that share a storage name it each time; its checksum is looked at once.
  private ByteBuffer bytes(String key) throws PickleException {
    ByteBuffer bytes = found.get(key);
    if (bytes == null) {
      bytes = storages.find(key);
      found.put(key, bytes);
    }
    return bytes;
  }

  private static <T> T argument(PyTuple arguments, int index, Class<T> type)
      throws PickleException {
    List<Object> items = arguments.items();
    if (index >= items.size() || !type.isInstance(items.get(index))) {
      throw new PickleException("a call whose argument " + index + " is not as expected");
    }
    return type.cast(items.get(index));
  }
}
