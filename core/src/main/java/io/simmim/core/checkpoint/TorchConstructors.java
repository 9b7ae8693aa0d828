package io.simmim.core.checkpoint;

import java.nio.charset.StandardCharsets;
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

  private static final int BYTES_PER_ENTRY = 64;
  private static final int METADATA = 6;

  /** Finds a storage by its key. */
  interface Storages {
    Region find(String key) throws FormatException;
  }

  private final Storages storages;
  private final StepBudget budget;
  private final Map<String, Region> found = new HashMap<>();

  TorchConstructors(Storages storages, StepBudget budget) {
    this.storages = storages;
    this.budget = budget;
  }

  @Override
  public Object call(PyClass type, PyTuple arguments) throws FormatException {
    return switch (type.fullName()) {
      case "collections.OrderedDict" -> ordered(arguments);
      case "collections.defaultdict",
          "yacs.config.CfgNode",
          "fvcore.common.config.CfgNode",
          "addict.addict.Dict",
          "mmcv.utils.config.ConfigDict",
          "mmengine.config.config.ConfigDict" ->
          new LinkedHashMap<>();
      case "torch.Size" -> argument(arguments, 0, PyTuple.class);
      case "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2" ->
          tensor(type, arguments);
      case "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state" ->
          argument(arguments, 0, TensorData.class);
      case "torch._tensor._rebuild_from_type_v2" -> typed(type, arguments);
      case "_codecs.encode" -> latin1(type, arguments);
      case "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar" ->
          NumpyScalar.of(arguments).orElseGet(() -> new PyObject(type.fullName(), arguments));
      default -> new PyObject(type.fullName(), arguments);
    };
  }

  // Python 2 passes the entries to the constructor.
  private Object ordered(PyTuple arguments) throws FormatException {
    Map<Object, Object> result = new LinkedHashMap<>();
    if (arguments.items().isEmpty()) {
      return result;
    }
    List<?> pairs = argument(arguments, 0, List.class);
    budget.copy((long) pairs.size() * BYTES_PER_ENTRY, "a dictionary");
    for (Object pair : pairs) {
      List<?> items = pair instanceof PyTuple tuple ? tuple.items() : List.of();
      items = pair instanceof List<?> list ? list : items;
      if (items.size() != 2) {
        throw new FormatException("a key without a value");
      }
      PickleMachine.requireHashable(items.get(0));
      result.put(items.get(0), items.get(1));
    }
    return result;
  }

  // A tensor with attributes of its own, or of a subclass: func, type, args, state.
  private Object typed(PyClass type, PyTuple arguments) throws FormatException {
    PyClass function = argument(arguments, 0, PyClass.class);
    return function.fullName().equals("torch._utils._rebuild_tensor_v2")
        ? tensor(function, argument(arguments, 2, PyTuple.class))
        : new PyObject(type.fullName(), arguments);
  }

  // How protocol 2 writes bytes.
  private Object latin1(PyClass type, PyTuple arguments) throws FormatException {
    String text = argument(arguments, 0, String.class);
    boolean latin1 = arguments.items().size() == 2 && "latin1".equals(arguments.items().get(1));
    if (!latin1) {
      return new PyObject(type.fullName(), arguments);
    }
    budget.copy(text.length(), "a text");
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Object tensor(PyClass type, PyTuple arguments) throws FormatException {
    List<Object> items = arguments.items();
    if (items.size() > METADATA && items.get(METADATA) instanceof Map<?, ?> m && !m.isEmpty()) {
      return new PyObject(type.fullName(), arguments); // values that are to be negated on reading
    }
    StorageRef storage = argument(arguments, 0, StorageRef.class);
    long offset = argument(arguments, 1, Long.class);
    List<Long> size = longs(argument(arguments, 2, PyTuple.class));
    return storage.tensor(offset, size, longs(argument(arguments, 3, PyTuple.class)), budget);
  }

  private List<Long> longs(PyTuple tuple) throws FormatException {
    int count = tuple.items().size();
    if (count > MAX_DIMENSIONS) {
      throw new FormatException("a tensor of " + count + " dimensions");
    }
    List<Long> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      budget.step();
      values.add(argument(tuple, i, Long.class));
    }
    return values;
  }

  @Override
  public Object persistent(Object id) throws FormatException {
    StorageId storage = StorageId.of(id);
    Region bytes = region(storage.key());
    int width = storage.type().bytes();
    if (storage.count() < 0 || storage.count() > bytes.length() / width) {
      throw new FormatException(
          "a storage of " + storage.count() + " values in " + bytes.length() + " bytes");
    }
    long from = storage.viewOffset();
    long count = storage.viewCount();
    if (from < 0 || count < 0 || from > storage.count() - count) {
      throw new FormatException("a storage of " + count + " values that lies outside another");
    }
    return new StorageRef(storage.type(), bytes.part(from * width, count * width));
  }

  // Tensors that share a storage name it each time; its checksum is noted once.
  private Region region(String key) throws FormatException {
    Region bytes = found.get(key);
    if (bytes == null) {
      bytes = storages.find(key);
      found.put(key, bytes);
    }
    return bytes;
  }

  static <T> T argument(PyTuple arguments, int index, Class<T> type) throws FormatException {
    List<Object> items = arguments.items();
    if (index >= items.size() || !type.isInstance(items.get(index))) {
      throw new FormatException("a call whose argument " + index + " is not as expected");
    }
    return type.cast(items.get(index));
  }
}
