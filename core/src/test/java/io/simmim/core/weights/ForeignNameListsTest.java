package io.simmim.core.weights;

import static io.simmim.core.weights.NameLists.content;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.inspect.ExpectedTensors;
import io.simmim.core.pretrained.TargetModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and shapes that the real libraries list; see {@code names/write_names.py}. */
class ForeignNameListsTest {

  private static final String SWIN =
      "{EMBED_DIM: 6, DEPTHS: [1, 1], NUM_HEADS: [2, 3], WINDOW_SIZE: 5, PATCH_SIZE: 2";
  private static final String VIT =
      "{EMBED_DIM: 6, DEPTH: 1, NUM_HEADS: 2, PATCH_SIZE: 4, INIT_VALUES: 0.1, USE_APE: %s,"
          + " USE_RPB: %s, USE_SHARED_RPB: %s, USE_MEAN_POOLING: %s, MLP_RATIO: %s}";

  private static ExperimentConfig config(String type, int imgSize, String model) throws Exception {
    String yaml =
        "MODEL: {TYPE: %s, NUM_CLASSES: 7, %s: %s}%nDATA: {IMG_SIZE: %d}%n"
            .formatted(type, type.toUpperCase(Locale.ROOT), model, imgSize);
    return new ConfigLoader().parse(yaml, Path.of("."), "tiny", Overrides.none()).orThrow();
  }

  private static Map<String, List<Long>> learned(Map<String, TargetModel.Tensor> expected) {
    Map<String, List<Long>> shapes = new TreeMap<>();
    expected.forEach(
        (name, tensor) -> {
          if (!tensor.buffer()) {
            shapes.put(name, tensor.shape());
          }
        });
    return shapes;
  }

  private static Map<String, List<Long>> read(String list) throws Exception {
    Map<String, List<Long>> shapes = new TreeMap<>();
    OfficialWeights.of(NameLists.tensors(list))
        .tensors()
        .forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    shapes.keySet().removeIf(name -> name.endsWith("relative_position_index"));
    return shapes;
  }

  @ParameterizedTest
  @CsvSource({
    "hf4-swin-mim, HUGGING_FACE",
    "hf5-swin-mim, HUGGING_FACE",
    "hf5-swin-classifier, HUGGING_FACE",
    "hf5-swinv2-mim, HUGGING_FACE",
    "hf5-swinv2-classifier, HUGGING_FACE",
    "hf5-beit-alone, HUGGING_FACE",
    "hf5-beit-classifier, HUGGING_FACE",
    "timm-swin, TIMM",
    "timm-swinv2, TIMM"
  })
  void everyNameIsReadAndTheVerySameFileIsWritten(String list, NameScheme scheme) throws Exception {
    Map<String, TensorData> original = NameLists.tensors(list);
    OfficialWeights official = OfficialWeights.of(original);
    assertEquals(scheme, official.scheme());
    assertEquals(List.of(), official.unmapped());
    ForeignNames back = ForeignNames.of(scheme, official.tensors());
    assertEquals(List.of(), back.unmapped());
    assertEquals(content(original), content(back.tensors()));
  }

  @Test
  void timmBeitHasOfficialNamesBothWays() throws Exception {
    Map<String, TensorData> original = NameLists.tensors("timm-beit");
    OfficialWeights official = OfficialWeights.of(original);
    assertEquals(NameScheme.OFFICIAL, official.scheme());
    assertEquals(
        content(original), content(ForeignNames.of(NameScheme.TIMM, official.tensors()).tensors()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"swin-mim", "beit-alone", "beit-classifier"})
  void namesOfTransformers5InMemoryMeanTheSame(String model) throws Exception {
    Map<String, TensorData> inMemory = NameLists.tensors("hf5-memory-" + model);
    OfficialWeights official = OfficialWeights.of(inMemory);
    assertEquals(NameScheme.HUGGING_FACE, official.scheme());
    assertEquals(List.of(), official.unmapped());
    assertEquals(read("hf5-" + model), read("hf5-memory-" + model));
    // Sorted by name, query, key and value come in another order than they are joined in.
    TensorData query = inMemory.get(queryName(inMemory));
    TensorData whole =
        official
            .tensors()
            .get(
                official.rows().stream()
                    .filter(row -> row.others().contains(queryName(inMemory)))
                    .findFirst()
                    .orElseThrow()
                    .official());
    assertEquals(query.view(), whole.view().slice(0, query.view().remaining()));
  }

  private static String queryName(Map<String, TensorData> tensors) {
    return tensors.keySet().stream()
        .filter(name -> name.endsWith("q_proj.weight"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsReadIsWhatTheModelsOfThisProgramLearn() throws Exception {
    ExperimentConfig swin = config("swin", 40, SWIN + "}");
    ExperimentConfig swinApe = config("swin", 40, SWIN + ", APE: true}");
    ExperimentConfig swinV2 = config("swinv2", 40, SWIN + "}");
    double ratio = 11 / 6.0;
    ExperimentConfig own = config("vit", 12, VIT.formatted(false, true, false, true, ratio));
    ExperimentConfig shared = config("vit", 12, VIT.formatted(true, false, true, false, ratio));
    ExperimentConfig timm = config("vit", 12, VIT.formatted(true, true, false, true, 4.0));
    assertEquals(learned(ExpectedTensors.pretraining(swin)), read("hf5-swin-mim"));
    assertEquals(learned(ExpectedTensors.pretraining(swin)), read("hf4-swin-mim"));
    assertEquals(learned(ExpectedTensors.classifier(swinApe)), read("hf5-swin-classifier"));
    assertEquals(learned(ExpectedTensors.pretraining(swinV2)), read("hf5-swinv2-mim"));
    assertEquals(learned(ExpectedTensors.classifier(swinV2)), read("hf5-swinv2-classifier"));
    assertEquals(learned(ExpectedTensors.classifier(own)), read("hf5-beit-classifier"));
    assertEquals(learned(ExpectedTensors.encoder(shared, false, true)), read("hf5-beit-alone"));
    assertEquals(learned(ExpectedTensors.classifier(swin)), read("timm-swin"));
    assertEquals(learned(ExpectedTensors.classifier(swinV2)), read("timm-swinv2"));
    assertEquals(learned(ExpectedTensors.classifier(timm)), read("timm-beit"));
  }
}
