package io.simmim.core.checkpoint;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * Walks through a pickle only to see which storages it names. In the legacy format the storages
 * come after the pickle, one behind the other, and only the pickle says how wide their values are.
 */
final class StorageTypes implements PickleMachine.Constructors {

  private final Map<String, ScalarType> found = new HashMap<>();

  /** Element types by storage key. */
  Map<String, ScalarType> found() {
    return Collections.unmodifiableMap(found);
  }

  @Override
  public Object call(PyClass type, PyTuple arguments) {
    return new PyObject(type.fullName(), arguments);
  }

  @Override
  public Object persistent(Object id) throws FormatException {
    StorageId storage = StorageId.of(id);
    ScalarType before = found.put(storage.key(), storage.type());
    if (before != null && before != storage.type()) {
      throw new FormatException("its storage " + storage.key() + " has two element types");
    }
    return storage.key();
  }
}
