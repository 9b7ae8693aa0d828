package io.simmim.core.pretrained;

import static java.util.stream.Collectors.joining;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.pretrained.TensorFit.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the tensors of a file beside the parameters of a model, name by name. */
final class Matching {

  private static final int NAMED = 3;
  private static final Set<String> ONLY_IN_PRETRAINING = Set.of("mask_token");
  private static final Set<String> NORM_BEFORE_POOLING = Set.of("norm.weight", "norm.bias");

  private final TargetModel target;
  private final Map<String, TensorData> tensors = new LinkedHashMap<>();
  private final Map<String, Fate> fates = new LinkedHashMap<>();
  private final Map<String, List<String>> resized = new LinkedHashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private boolean headDiffers;

  /** {@code saved} by the model's names. */
  Matching(Map<String, TensorData> saved, TargetModel target) {
    this.target = target;
    TensorFit fit = new TensorFit(target.family());
    target.tensors().keySet().stream()
        .filter(target::learns)
        .forEach(name -> match(name, saved.get(name), fit));
    startHeadAnewIfItDiffers();
    saved.keySet().stream()
        .filter(name -> !fates.containsKey(name))
        .forEach(name -> fates.put(name, isExpected(name) ? Fate.LEFTOVER : Fate.UNEXPECTED));
  }

  private void match(String name, TensorData data, TensorFit fit) {
    if (data == null) {
      fates.put(name, Fate.INITIALISED);
      return;
    }
    Outcome outcome = fit.fit(name, data, target.tensors().get(name));
    if (outcome instanceof Outcome.Same same) {
      tensors.put(name, same.data());
      fates.put(name, Fate.COPIED);
    } else if (outcome instanceof Outcome.Resized other) {
      tensors.put(name, other.data());
      fates.put(name, Fate.INTERPOLATED);
      resized.computeIfAbsent(other.how(), how -> new ArrayList<>()).add(name);
    } else if (outcome instanceof Outcome.Refused refused) {
      fates.put(name, Fate.REFUSED);
      refusals.put(name, refused.why());
    }
  }

  // A weight for other classes makes the bias meaningless, so the two go together.
  private void startHeadAnewIfItDiffers() {
    headDiffers = refusals.keySet().removeIf(name -> name.startsWith("head."));
    if (headDiffers) {
      fates.replaceAll((name, fate) -> name.startsWith("head.") ? Fate.INITIALISED : fate);
      tensors.keySet().removeIf(name -> name.startsWith("head."));
    }
  }

  private boolean isExpected(String name) {
    return ONLY_IN_PRETRAINING.contains(name)
        || (NORM_BEFORE_POOLING.contains(name) && target.learns("fc_norm.weight"));
  }

  /** See {@link PretrainedWeights#plan}. */
  void requireEncoder(String source, boolean allowPartial) throws CheckpointException {
    List<String> needed = target.tensors().keySet().stream().filter(target::needs).toList();
    List<String> filled = needed.stream().filter(tensors::containsKey).toList();
    if (filled.size() == needed.size() || (allowPartial && !filled.isEmpty())) {
      return;
    }
    List<String> missing =
        needed.stream().filter(name -> fates.get(name) == Fate.INITIALISED).toList();
    throw new CheckpointException(
        "Checkpoint '%s' fills %d of the %d parameters of this encoder%s%s; %s."
            .formatted(
                source,
                filled.size(),
                needed.size(),
                missing.isEmpty() ? "" : "; missing: " + listed(missing),
                refusals.isEmpty() ? "" : "; not fitting: " + listed(reasons()),
                filled.isEmpty()
                    ? "use a checkpoint of this kind of model"
                    : "use the configuration of its pre-training, or --allow-partial to start the"
                        + " others from their initial values"));
  }

  private List<String> reasons() {
    return refusals.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
        .toList();
  }

  /** What happened, for the log. */
  List<String> sentences() {
    List<String> said = new ArrayList<>();
    resized.forEach(
        (how, names) -> said.add("%d resized %s: %s.".formatted(names.size(), how, listed(names))));
    if (headDiffers) {
      said.add("The head of the file is for other classes, so the head starts anew.");
    }
    say(said, "kept at initial values", names(Fate.INITIALISED));
    say(said, "kept at initial values because those of the file do not fit", reasons());
    say(said, "in the file and not used, as expected", names(Fate.LEFTOVER));
    say(said, "in the file and NOT used, though not of pre-training only", names(Fate.UNEXPECTED));
    said.add("%d of %d parameters are taken.".formatted(tensors.size(), learned()));
    return said;
  }

  private static void say(List<String> said, String what, List<String> names) {
    if (!names.isEmpty()) {
      said.add("%d %s: %s.".formatted(names.size(), what, listed(names)));
    }
  }

  private long learned() {
    return target.tensors().keySet().stream().filter(target::learns).count();
  }

  private List<String> names(Fate fate) {
    return fates.keySet().stream().filter(name -> fates.get(name) == fate).toList();
  }

  private static String listed(Collection<String> names) {
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    return names.stream().limit(NAMED).collect(joining(", ")) + more;
  }

  Map<String, TensorData> tensors() {
    return tensors;
  }

  Map<String, Fate> fates() {
    return fates;
  }
}
