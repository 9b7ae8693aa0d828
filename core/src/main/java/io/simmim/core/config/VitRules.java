package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.stream.Stream;

/** When the numbers of a ViT encoder fit together and to the image. */
final class VitRules {

  private static final int MAX_BIASED_SIDE = 215; // (215^2 + 1)^2 < 2^31

  private VitRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    if (config.model().type() != ModelType.VIT) {
      return Stream.empty();
    }
    VitConfig vit = config.model().vit();
    int image = config.data().imgSize();
    return Stream.of(heads(vit), patches(vit, image), pairs(vit, image)).flatMap(all -> all);
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

  // Each pair of tokens has an entry in one array.
  private static Stream<Violation> pairs(VitConfig vit, int image) {
    int side = image / vit.patchSize();
    boolean biased = vit.useRpb() || vit.useSharedRpb();
    return require(
        !biased || side <= MAX_BIASED_SIDE,
        "relative positions of %d x %d tokens are too many; make PATCH_SIZE larger, or IMG_SIZE smaller, for at most %d tokens along a side, or switch USE_RPB and USE_SHARED_RPB off."
            .formatted(side, side, MAX_BIASED_SIDE),
        "DATA.IMG_SIZE",
        "MODEL.VIT.PATCH_SIZE");
  }
}
