package io.simmim.core.optim;

import io.simmim.core.model.SimMim;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The official parameter groups ({@code optimizer.py}). */
public final class ParameterGroups {

  private ParameterGroups() {}

  /**
   * Pre-training: two groups, [decay, no decay]. No decay for one-dimensional tensors, biases and
   * the names that the encoder excludes. The official list of excluded keywords never matches in
   * pre-training, so relative position tables do decay.
   */
  public static List<ParameterGroup> pretraining(SimMim model, double weightDecay) {
    Set<String> excluded = model.noWeightDecay();
    List<String> decay = new ArrayList<>();
    List<String> noDecay = new ArrayList<>();
    model
        .parameters()
        .parameters()
        .forEach(
            (name, value) -> {
              boolean exempt =
                  value.getShape().dimension() == 1
                      || name.endsWith(".bias")
                      || excluded.contains(name);
              (exempt ? noDecay : decay).add(name);
            });
    return List.of(new ParameterGroup(decay, weightDecay, 1), new ParameterGroup(noDecay, 0, 1));
  }
}
