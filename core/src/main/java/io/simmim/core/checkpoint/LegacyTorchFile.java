package io.simmim.core.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.save} wrote before PyTorch 1.6, and writes still when asked to: pickles of a
 * magic number, a protocol, facts about the computer, the tree and the keys of its storages, then
 * each storage as a count of 8 bytes and its values. There are no checksums.
 */
final class LegacyTorchFile {

  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long PROTOCOL = 1001;

  private final MappedFile file;
  private final PickleInput pickles;
  private final StepBudget budget;

  private LegacyTorchFile(MappedFile file) throws IOException, FormatException {
    this.file = file;
    this.pickles = new PickleInput(file.head(Integer.MAX_VALUE));
    this.budget = new StepBudget(file.size());
  }

  static Object read(MappedFile file) throws IOException, FormatException {
    return new LegacyTorchFile(file).read();
  }

  private Object read() throws IOException, FormatException {
    StorageTypes types = new StorageTypes();
    if (!MAGIC.equals(next(types))) {
      throw FormatException.unusable("it is a pickle of Python; save its content with torch.save");
    }
    if (!Long.valueOf(PROTOCOL).equals(next(types))) {
      throw new FormatException("it has another protocol than " + PROTOCOL);
    }
    requireLittleEndian(next(new TorchConstructors(LegacyTorchFile::none, budget)));
    int tree = pickles.position();
    next(types);
    Object keys = next(new TorchConstructors(LegacyTorchFile::none, budget));
    if (!(keys instanceof List<?> list)) {
      throw new FormatException("it does not list its storages");
    }
    Map<String, Region> storages = storages(list, types.found());
    pickles.position(tree);
    return next(new TorchConstructors(key -> find(storages, key), budget));
  }

  private Object next(PickleMachine.Constructors constructors) throws FormatException {
    return new PickleMachine(pickles, constructors, budget).run();
  }

  private static void requireLittleEndian(Object facts) throws FormatException {
    if (!(facts instanceof Map<?, ?> map) || !Boolean.TRUE.equals(map.get("little_endian"))) {
      throw FormatException.unusable("a big-endian computer wrote it; save it on another");
    }
  }

  private Map<String, Region> storages(List<?> keys, Map<String, ScalarType> types)
      throws IOException, FormatException {
    Map<String, Region> storages = new HashMap<>();
    long position = pickles.position();
    for (Object key : keys) {
      ScalarType type = key instanceof String name ? types.get(name) : null;
      if (type == null || storages.containsKey(key)) {
        throw new FormatException("it lists the storage " + key + " without using it once");
      }
      long count = file.slice(position, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (count < 0 || count > file.size() / type.bytes()) {
        throw new FormatException("a storage of " + count + " values in " + file.size() + " bytes");
      }
      long length = count * type.bytes();
      Region whole = new Region(file, 0, file.size());
      storages.put((String) key, whole.part(position + Long.BYTES, length));
      position += Long.BYTES + length;
    }
    return storages;
  }

  private static Region find(Map<String, Region> storages, String key) throws FormatException {
    Region storage = storages.get(key);
    return storage == null ? none(key) : storage;
  }

  private static Region none(String key) throws FormatException {
    throw new FormatException("its storage " + key + " is missing");
  }
}
