package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When the numbers of a Swin encoder, V1 or V2, fit together and to the image. */
final class SwinRules {

  private static final String IMAGE = "DATA.IMG_SIZE";

  private final SwinShape swin;
  private final int image;
  private final String depths;
  private final String heads;
  private final String width;
  private final String patch;
  private final String window;

  private SwinRules(SwinShape swin, String prefix, int image) {
    this.swin = swin;
    this.image = image;
    depths = prefix + "DEPTHS";
    heads = prefix + "NUM_HEADS";
    width = prefix + "EMBED_DIM";
    patch = prefix + "PATCH_SIZE";
    window = prefix + "WINDOW_SIZE";
  }

  static Stream<Violation> check(ExperimentConfig config) {
    ModelConfig model = config.model();
    return switch (model.type()) {
      case SWIN -> check(model.swin(), config);
      case SWINV2 -> check(model.swinv2(), config);
      case VIT -> Stream.empty();
    };
  }

  private static Stream<Violation> check(SwinShape swin, ExperimentConfig config) {
    String prefix = config.model().type().keyPrefix();
    SwinRules rules = new SwinRules(swin, prefix, config.data().imgSize());
    return Stream.of(rules.stages(), rules.widths(), rules.stride(), rules.windows())
        .flatMap(violations -> violations);
  }

  private Stream<Violation> stages() {
    int depthCount = swin.depths().size();
    int headCount = swin.numHeads().size();
    return require(
        depthCount == headCount,
        "both lists need one number a stage, but DEPTHS has "
            + depthCount
            + " and NUM_HEADS has "
            + headCount
            + "; make them equally long.",
        heads,
        depths);
  }

  private Stream<Violation> widths() {
    List<Integer> counts = swin.numHeads();
    return IntStream.range(0, counts.size())
        .boxed()
        .flatMap(i -> width(i + 1, (long) swin.embedDim() << i, counts.get(i)))
        .limit(1);
  }

  private Stream<Violation> width(int stage, long channels, int count) {
    return require(
        channels % count == 0,
        "stage %d is %d channels wide (EMBED_DIM * %d), which %d heads cannot share evenly; make NUM_HEADS there a divisor of %d."
            .formatted(stage, channels, 1 << (stage - 1), count, channels),
        heads,
        width);
  }

  private Stream<Violation> stride() {
    int stride = swin.totalStride();
    return require(
        image % stride == 0,
        "%d pixels cannot be halved evenly from stage to stage; IMG_SIZE must be a multiple of PATCH_SIZE * 2^(stages - 1) = %d."
            .formatted(image, stride),
        IMAGE,
        patch,
        depths);
  }

  /** A grid that is not larger than the window is one window; a larger one is cut into windows. */
  private Stream<Violation> windows() {
    if (image % swin.totalStride() != 0) {
      return Stream.empty();
    }
    int size = swin.windowSize();
    return IntStream.range(0, swin.depths().size())
        .map(i -> image / (swin.patchSize() << i))
        .filter(side -> side > size && side % size != 0)
        .boxed()
        .limit(1)
        .map(
            side ->
                Violation.of(
                    "windows of %d do not tile a stage of %d x %d tokens; make WINDOW_SIZE a divisor of %d, or change IMG_SIZE."
                        .formatted(size, side, side, side),
                    window,
                    IMAGE,
                    patch,
                    depths));
  }
}
