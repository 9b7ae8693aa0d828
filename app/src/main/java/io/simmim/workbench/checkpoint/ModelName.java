package io.simmim.workbench.checkpoint;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.SwinShape;
import io.simmim.core.config.VitConfig;
import java.util.List;
import java.util.Map;

/** A model by the name that papers give it, such as Swin-B. */
final class ModelName {

  private static final int DEEP = 18;

  /** Width and depth of the third stage to size, after the Swin papers. */
  private static final Map<List<Integer>, String> SWIN =
      Map.of(
          List.of(96, 6), "T",
          List.of(96, DEEP), "S",
          List.of(128, DEEP), "B",
          List.of(192, DEEP), "L",
          List.of(352, DEEP), "H",
          List.of(512, 42), "G");

  /** Width and depth to size, after the paper on Vision Transformers. */
  private static final Map<List<Integer>, String> VIT =
      Map.of(
          List.of(192, 12), "Ti",
          List.of(384, 12), "S",
          List.of(768, 12), "B",
          List.of(1024, 24), "L",
          List.of(1280, 32), "H");

  private ModelName() {}

  /** Family and size; sizes that have no name are given in numbers. */
  static String of(ExperimentConfig config) {
    return switch (config.model().type()) {
      case SWIN -> swin("Swin", config.model().swin());
      case SWINV2 -> swin("SwinV2", config.model().swinv2());
      case VIT -> vit(config.model().vit());
    };
  }

  private static String swin(String family, SwinShape shape) {
    boolean fourStages = shape.depths().size() == 4;
    String size = fourStages ? SWIN.get(List.of(shape.embedDim(), shape.depths().get(2))) : null;
    return size == null
        ? family + ", " + shape.embedDim() + " wide, " + counts(shape.depths())
        : family + "-" + size;
  }

  private static String vit(VitConfig vit) {
    String size = VIT.get(List.of(vit.embedDim(), vit.depth()));
    return size == null
        ? "ViT, " + vit.embedDim() + " wide, " + vit.depth() + " blocks"
        : "ViT-" + size + "/" + vit.patchSize();
  }

  private static String counts(List<Integer> depths) {
    return String.join("-", depths.stream().map(String::valueOf).toList());
  }
}
