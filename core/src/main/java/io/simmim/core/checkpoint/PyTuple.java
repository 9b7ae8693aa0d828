package io.simmim.core.checkpoint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A Python tuple, kept apart from lists so that it is written back as one. */
public record PyTuple(List<Object> items) {

  public PyTuple {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  public static PyTuple of(Object... items) {
    return new PyTuple(List.of(items));
  }
}
