package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.stream.Stream;

/** When the numbers of a ViT encoder fit together and to the image. */
final class VitRules {

  private VitRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    if (config.model().type() != ModelType.VIT) {
      return Stream.empty();
    }
    VitConfig vit = config.model().vit();
    return Stream.concat(heads(vit), patches(vit, config.data().imgSize()));
  }

  private static Stream<Violation> heads(VitConfig vit) {
    return require(
        vit.embedDim() % vit.numHeads() == 0,
        "%d heads cannot share %d channels (EMBED_DIM) evenly; make NUM_HEADS a divisor of %d."
            .formatted(vit.numHeads(), vit.embedDim(), vit.embedDim()),
        "MODEL.VIT.NUM_HEADS",
        "MODEL.VIT.EMBED_DIM");
  }

  private static Stream<Violation> patches(VitConfig vit, int image) {
    return require(
        image % vit.patchSize() == 0,
        "%d pixels cannot be cut into tokens of %d; IMG_SIZE must be a multiple of PATCH_SIZE."
            .formatted(image, vit.patchSize()),
        "DATA.IMG_SIZE",
        "MODEL.VIT.PATCH_SIZE");
  }
}
