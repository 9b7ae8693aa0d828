package io.simmim.core.inspect;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever names and shapes a file holds, something is said of it. */
class InspectionFuzzTest {

  private static final int ROUNDS = 60;
  private static final long[] LENGTHS = {0, 0, 1, 2, 3, 17, 1L << 31, 1L << 40, Long.MAX_VALUE};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_pretrain_swin/ckpt_epoch_0.pth",
        "A_pretrain_swin_ape/ckpt_epoch_0.pth",
        "C_finetune_swinv2/init.pth",
        "A_pretrain_vit_ape/ckpt_epoch_0.pth",
        "C_finetune_vit/init.pth"
      })
  void oddWeightsAreNoFault(String file) throws Exception {
    CheckpointFile original = CheckpointFile.open(Golden.path(file));
    Random random = new Random(file.hashCode());
    int changed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, TensorData> weights = odd(original.weights(), random);
      for (Map<String, Object> entries : List.of(original.entries(), Map.<String, Object>of())) {
        Inspection inspection = Inspection.of(original.with(weights, entries));
        assertNotNull(inspection.kind());
        assertTrue(!inspection.nextSteps().isEmpty());
        changed += inspection.fit().map(Fit::isExact).orElse(false) ? 0 : 1;
      }
    }
    assertTrue(changed > ROUNDS, "the changes show");
  }

  private static Map<String, TensorData> odd(Map<String, TensorData> weights, Random random) {
    Map<String, TensorData> odd = new LinkedHashMap<>(weights);
    List<String> names = new ArrayList<>(weights.keySet());
    for (int change = random.nextInt(6); change >= 0; change--) {
      // Half of the time one of the first, from which most is inferred.
      int index = random.nextInt(random.nextBoolean() ? 20 : names.size());
      String name = names.get(index);
      if (random.nextInt(3) == 0) {
        odd.remove(name);
      } else {
        odd.put(name, oddly(odd.getOrDefault(name, weights.get(name)), random));
      }
    }
    return odd;
  }

  /** Another shape; without elements, so that it may be as large as it likes. */
  private static TensorData oddly(TensorData tensor, Random random) {
    List<Long> shape = new ArrayList<>(tensor.shape());
    if (shape.isEmpty() || random.nextInt(8) == 0) {
      shape.add(0L);
    }
    shape.set(0, 0L);
    for (int dimension = 1; dimension < shape.size(); dimension++) {
      shape.set(dimension, LENGTHS[random.nextInt(LENGTHS.length)]);
    }
    if (shape.size() > 1 && shape.get(1) > 0 && random.nextBoolean()) {
      shape.set(0, 1L + random.nextInt(9));
      shape.set(1, 0L);
    }
    return new TensorData(ScalarType.FLOAT32, shape, ByteBuffer.allocate(0));
  }
}
