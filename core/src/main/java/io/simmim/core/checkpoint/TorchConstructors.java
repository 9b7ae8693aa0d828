package io.simmim.core.checkpoint;

import io.simmim.core.checkpoint.PickleMachine.PyClass;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The classes that checkpoints are made of and what each becomes here. Any other class stays an
 * inert {@link PyObject}, so a hostile file can name what it likes and nothing happens.
 */
final class TorchConstructors implements PickleMachine.Constructors {

  /** Finds the bytes of a storage by its key in the archive. */
  interface Storages {
    ByteBuffer find(String key) throws PickleException;
  }

  private final Storages storages;

  TorchConstructors(Storages storages) {
    this.storages = storages;
  }

  @Override
  public Object call(PyClass type, List<Object> arguments) throws PickleException {
    return switch (type.fullName()) {
      case "collections.OrderedDict", "collections.defaultdict", "yacs.config.CfgNode" ->
          new LinkedHashMap<>();
      case "__builtin__.set", "builtins.set" -> set(arguments);
      case "torch.Size" -> argument(arguments, 0, PyTuple.class);
      case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
      case "torch._utils._rebuild_parameter" -> argument(arguments, 0, TensorData.class);
      default -> new PyObject(type.fullName(), arguments);
    };
  }

  private static Object set(List<Object> arguments) throws PickleException {
    return arguments.isEmpty()
        ? new LinkedHashSet<>()
        : new LinkedHashSet<Object>((List<?>) argument(arguments, 0, ArrayList.class));
  }

  private static TensorData tensor(List<Object> arguments) throws PickleException {
    StorageRef storage = argument(arguments, 0, StorageRef.class);
    return storage.tensor(
        argument(arguments, 1, Long.class),
        longs(argument(arguments, 2, PyTuple.class)),
        longs(argument(arguments, 3, PyTuple.class)));
  }

  private static List<Long> longs(PyTuple tuple) throws PickleException {
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < tuple.items().size(); i++) {
      values.add(argument(tuple.items(), i, Long.class));
    }
    return values;
  }

  @Override
  public Object persistent(Object id) throws PickleException {
    if (!(id instanceof PyTuple tuple) || tuple.items().size() < 5) {
      throw new PickleException("a storage reference of an unknown form");
    }
    PyClass storage = argument(tuple.items(), 1, PyClass.class);
    ScalarType type =
        ScalarType.ofStorageClass(storage.name())
            .orElseThrow(() -> new PickleException("a storage of type " + storage.fullName()));
    ByteBuffer bytes = storages.find(argument(tuple.items(), 2, String.class));
    long count = argument(tuple.items(), 4, Long.class);
    if (count < 0 || count > bytes.remaining() / type.bytes()) {
      throw new PickleException(
          "a storage of " + count + " values in " + bytes.remaining() + " bytes");
    }
    return new StorageRef(type, bytes.slice(0, Math.toIntExact(count * type.bytes())));
  }

  private static <T> T argument(List<Object> arguments, int index, Class<T> type)
      throws PickleException {
    if (index >= arguments.size() || !type.isInstance(arguments.get(index))) {
      throw new PickleException("a call whose argument " + index + " is not as expected");
    }
    return type.cast(arguments.get(index));
  }
}
