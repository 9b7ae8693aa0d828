package io.simmim.core.pretrained;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Brings a ViT's tables of relative positions to where the model looks for them. Pre-training has
 * one table for all blocks, fine-tuning one a block (official {@code remap_pretrained_keys_vit},
 * which knows only that way; files without a shared table and models without tables work here too).
 */
final class VitTables {

  private static final Pattern OWN_TABLE =
      Pattern.compile("blocks\\.\\d+\\.attn\\.relative_position_bias_table");

  private final Map<String, TensorData> tensors;
  private final TargetModel target;
  private final List<String> blocks;
  private final List<String> log;

  private VitTables(Map<String, TensorData> tensors, TargetModel target, List<String> log) {
    this.tensors = tensors;
    this.target = target;
    this.log = log;
    blocks = target.tensors().keySet().stream().filter(VitTables::isOwn).toList();
  }

  /** Changes {@code tensors} in place and says in {@code log} what was done. */
  static void arrange(Map<String, TensorData> tensors, TargetModel target, List<String> log)
      throws CheckpointException {
    new VitTables(tensors, target, log).arrange();
  }

  private static boolean isOwn(String name) {
    return OWN_TABLE.matcher(name).matches();
  }

  private void arrange() throws CheckpointException {
    boolean shared = tensors.containsKey(TargetModel.SHARED_TABLE);
    boolean own = tensors.keySet().stream().anyMatch(VitTables::isOwn);
    boolean wantsShared = target.learns(TargetModel.SHARED_TABLE);
    if (blocks.isEmpty() && !wantsShared && (shared || own)) {
      tensors.keySet().removeIf(name -> isOwn(name) || name.equals(TargetModel.SHARED_TABLE));
      log.add("This model has no bias of relative positions, so that of the file is left out.");
    } else if (shared && !own && !blocks.isEmpty()) {
      expand(wantsShared);
    } else if (shared && own && !blocks.isEmpty() && !wantsShared) {
      addToBlocks();
    }
  }

  private void expand(boolean wantsShared) {
    TensorData table = tensors.remove(TargetModel.SHARED_TABLE);
    blocks.forEach(name -> tensors.put(name, table));
    log.add("The shared table of relative positions was given to each of the blocks.");
    if (wantsShared) {
      // The two kinds add up, so a copy in both places would count twice.
      TargetModel.Tensor wanted = target.tensors().get(TargetModel.SHARED_TABLE);
      tensors.put(TargetModel.SHARED_TABLE, zeros(wanted.shape()));
      log.add("The model's own shared table of relative positions starts at zero.");
    }
  }

  // A model with both kinds of tables adds them, so their sum in the blocks is the same function.
  private void addToBlocks() throws CheckpointException {
    TensorData shared = tensors.remove(TargetModel.SHARED_TABLE);
    for (String name : blocks) {
      TensorData own = tensors.get(name);
      tensors.put(name, own == null ? shared : sum(own, shared, name));
    }
    log.add("The shared table of relative positions was added to those of the blocks.");
  }

  private static TensorData sum(TensorData a, TensorData b, String name)
      throws CheckpointException {
    boolean same = a.shape().equals(b.shape());
    if (!same || !a.type().isFloat() || !b.type().isFloat()) {
      throw new CheckpointException(
          "In the checkpoint, "
              + name
              + " and the shared table of relative positions do not fit together; use another copy"
              + " of it.");
    }
    float[] sum = a.floats();
    float[] other = b.floats();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return FloatTensor.of(a.shape(), sum);
  }

  private static TensorData zeros(List<Long> shape) {
    long elements = shape.stream().reduce(1L, Math::multiplyExact);
    return FloatTensor.of(shape, new float[Math.toIntExact(elements)]);
  }
}
