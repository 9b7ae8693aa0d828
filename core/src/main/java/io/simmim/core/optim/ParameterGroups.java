package io.simmim.core.optim;

import ai.djl.ndarray.types.Shape;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.model.Classifier;
import io.simmim.core.model.ParameterMap;
import io.simmim.core.model.SimMim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The official parameter groups ({@code optimizer.py}). */
public final class ParameterGroups {

  private ParameterGroups() {}

  /** The groups of a pre-training, see {@link #pretraining(Map, Set, double)}. */
  public static List<ParameterGroup> pretraining(SimMim model, double weightDecay) {
    return pretraining(model.parameters(), model.noWeightDecay(), weightDecay);
  }

  /** The groups of parameters that need not be ours, see {@link #pretraining(Map, Set, double)}. */
  public static List<ParameterGroup> pretraining(
      ParameterMap parameters, Set<String> excluded, double weightDecay) {
    return pretraining(shapes(parameters), excluded, weightDecay);
  }

  /**
   * Pre-training: two groups, [decay, no decay]. The official list of excluded keywords never
   * matches in pre-training, so relative position tables do decay.
   *
   * @param parameters shape by name, in {@code named_parameters()} order
   * @param excluded full names that do not decay
   */
  static List<ParameterGroup> pretraining(
      Map<String, Shape> parameters, Set<String> excluded, double weightDecay) {
    DecayRule rule = new DecayRule(excluded, Set.of());
    List<String> decay = new ArrayList<>();
    List<String> noDecay = new ArrayList<>();
    parameters.forEach((name, shape) -> (rule.decays(name, shape) ? decay : noDecay).add(name));
    return List.of(ParameterGroup.unnamed(decay, weightDecay), ParameterGroup.unnamed(noDecay, 0));
  }

  /**
   * Fine-tuning: two groups a layer, decay and no decay, in the order in which the parameters first
   * need them. The learning rate of a layer is {@code layerDecay} times that of the one above.
   *
   * @param parameters shape by name, in {@code named_parameters()} order
   * @param layerDecay in (0, 1]; 1 gives every layer the full rate
   */
  static List<ParameterGroup> finetuning(
      Map<String, Shape> parameters,
      DecayRule rule,
      double weightDecay,
      LayerIds layers,
      double layerDecay) {
    Map<String, ParameterGroup> groups = new LinkedHashMap<>();
    parameters.forEach(
        (name, shape) -> {
          boolean decays = rule.decays(name, shape);
          int layer = layers.of(name);
          String group = "layer_" + layer + (decays ? "_decay" : "_no_decay");
          double scale = Math.pow(layerDecay, layers.last() - layer);
          var one = new ParameterGroup(group, List.of(name), decays ? weightDecay : 0, scale);
          groups.merge(group, one, ParameterGroups::joined);
        });
    return List.copyOf(groups.values());
  }

  /**
   * The groups of a fine-tuning, see {@link #finetuning(Map, DecayRule, double, LayerIds, double)}.
   */
  public static List<ParameterGroup> finetuning(Classifier model, ExperimentConfig config) {
    return finetuning(
        shapes(model.parameters()),
        new DecayRule(model.noWeightDecay(), model.encoder().noWeightDecayKeywords()),
        config.train().weightDecay(),
        LayerIds.of(config.model()),
        config.train().layerDecay());
  }

  private static ParameterGroup joined(ParameterGroup group, ParameterGroup more) {
    List<String> names = new ArrayList<>(group.names());
    names.addAll(more.names());
    return new ParameterGroup(group.name(), names, group.weightDecay(), group.lrScale());
  }

  /** The shape of every parameter, in order. */
  public static Map<String, Shape> shapes(ParameterMap parameters) {
    Map<String, Shape> shapes = new LinkedHashMap<>();
    parameters.parameters().forEach((name, value) -> shapes.put(name, value.getShape()));
    return shapes;
  }
}
