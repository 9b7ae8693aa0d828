package io.simmim.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/** The bias of a joint projection in which queries and values have one and keys have none. */
final class QueryValueBias {

  private final NDArray query; // [C]
  private final NDArray key; // [C] zeros, not trained
  private final NDArray value; // [C]

  QueryValueBias(ParameterScope p, int dim) {
    query = p.parameter("q_bias", Initializer.constant(0), dim);
    value = p.parameter("v_bias", Initializer.constant(0), dim);
    key = p.constant(new float[dim], dim);
  }

  /** [3C]. */
  NDArray joined() {
    return NDArrays.concat(new NDList(query, key, value));
  }
}
