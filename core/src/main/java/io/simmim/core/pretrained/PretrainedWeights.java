package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ModelType;
import io.simmim.core.fault.CheckpointException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prepares the weights of a pre-training, or of another fine-tuning, for a classifier: official
 * {@code load_pretrained} in {@code utils.py} and {@code utils_simmim.py}. Where the official
 * program silently leaves an encoder partly at random values, this one refuses.
 */
public final class PretrainedWeights {

  private PretrainedWeights() {}

  /**
   * What to copy into the model, and what became of everything.
   *
   * @param tensors values of exactly the model's shapes, by the model's names; what is not in here
   *     keeps its initial values
   * @param fates of every parameter of the model, then of the file's tensors that go nowhere
   * @param log sentences for the log
   */
  public record Plan(Map<String, TensorData> tensors, Map<String, Fate> fates, List<String> log) {

    public Plan {
      tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
      fates = Collections.unmodifiableMap(new LinkedHashMap<>(fates));
      log = List.copyOf(log);
    }

    /** Names of one fate, in the model's order. */
    public List<String> names(Fate fate) {
      return fates.keySet().stream().filter(name -> fates.get(name) == fate).toList();
    }
  }

  /**
   * Decides what of {@code saved} goes where.
   *
   * @param saved state dict of the file
   * @param source the file, for messages
   * @param allowPartial whether parameters of the encoder may keep their initial values
   * @throws CheckpointException when the file does not fill the encoder and that is not allowed,
   *     when nothing in it fits, or when it holds something that is not a tensor
   */
  public static Plan plan(
      Map<String, ?> saved, String source, TargetModel target, boolean allowPartial)
      throws CheckpointException {
    try {
      return planned(saved, source, target, allowPartial);
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
  }

  private static Plan planned(
      Map<String, ?> saved, String source, TargetModel target, boolean allowPartial)
      throws CheckpointException {
    List<String> log = new ArrayList<>();
    EncoderState state = EncoderState.of(saved, source);
    log.add(
        state.pretraining()
            ? "'%s' holds a pre-training; its encoder is taken.".formatted(source)
            : "'%s' holds no pre-training; all of it is taken.".formatted(source));
    Map<String, TensorData> tensors = new LinkedHashMap<>(state.tensors());
    if (target.family() == ModelType.VIT) {
      VitTables.arrange(tensors, target, log);
    }
    Matching matching = new Matching(tensors, target);
    matching.requireEncoder(source, allowPartial);
    log.addAll(matching.sentences());
    return new Plan(matching.tensors(), matching.fates(), log);
  }
}
