package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.OfficialWeights;
import java.util.ArrayList;
import java.util.List;

/** The tensors of a file by their official names; those that have none keep that of the file. */
final class TensorRows {

  private TensorRows() {}

  static List<TensorRow> of(CheckpointFile file) {
    OfficialWeights official = file.official();
    List<TensorRow> rows = new ArrayList<>();
    official
        .rows()
        .forEach(
            row ->
                rows.add(
                    new TensorRow(
                        row.official(),
                        row.type(),
                        row.shape(),
                        () -> official.tensors().get(row.official()))));
    official
        .unmapped()
        .forEach(
            name -> {
              TensorData tensor = file.weights().get(name);
              rows.add(new TensorRow(name, tensor.type(), tensor.shape(), () -> tensor));
            });
    return rows;
  }
}
