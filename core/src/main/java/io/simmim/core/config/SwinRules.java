package io.simmim.core.config;

import static io.simmim.core.config.ConfigRule.require;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When the numbers of a Swin encoder fit together and to the image. */
final class SwinRules {

  private static final String DEPTHS = "MODEL.SWIN.DEPTHS";
  private static final String HEADS = "MODEL.SWIN.NUM_HEADS";
  private static final String WIDTH = "MODEL.SWIN.EMBED_DIM";
  private static final String PATCH = "MODEL.SWIN.PATCH_SIZE";
  private static final String WINDOW = "MODEL.SWIN.WINDOW_SIZE";
  private static final String IMAGE = "DATA.IMG_SIZE";

  private SwinRules() {}

  static Stream<Violation> check(ExperimentConfig config) {
    SwinConfig swin = config.model().swin();
    if (config.model().type() != ModelType.SWIN) {
      return Stream.empty();
    }
    return Stream.of(
            stages(swin),
            widths(swin),
            stride(swin, config.data().imgSize()),
            windows(swin, config.data().imgSize()))
        .flatMap(violations -> violations);
  }

  private static Stream<Violation> stages(SwinConfig swin) {
    int depths = swin.depths().size();
    int heads = swin.numHeads().size();
    return require(
        depths == heads,
        "both lists need one number a stage, but DEPTHS has "
            + depths
            + " and NUM_HEADS has "
            + heads
            + "; make them equally long.",
        HEADS,
        DEPTHS);
  }

  private static Stream<Violation> widths(SwinConfig swin) {
    List<Integer> heads = swin.numHeads();
    return IntStream.range(0, heads.size())
        .boxed()
        .flatMap(i -> width(i + 1, (long) swin.embedDim() << i, heads.get(i)))
        .limit(1);
  }

  private static Stream<Violation> width(int stage, long width, int heads) {
    return require(
        width % heads == 0,
        "stage %d is %d channels wide (EMBED_DIM * %d), which %d heads cannot share evenly; make NUM_HEADS there a divisor of %d."
            .formatted(stage, width, 1 << (stage - 1), heads, width),
        HEADS,
        WIDTH);
  }

  private static Stream<Violation> stride(SwinConfig swin, int image) {
    int stride = swin.totalStride();
    return require(
        image % stride == 0,
        "%d pixels cannot be halved evenly from stage to stage; IMG_SIZE must be a multiple of PATCH_SIZE * 2^(stages - 1) = %d."
            .formatted(image, stride),
        IMAGE,
        PATCH,
        DEPTHS);
  }

  /** A grid that is not larger than the window is one window; a larger one is cut into windows. */
  private static Stream<Violation> windows(SwinConfig swin, int image) {
    if (image % swin.totalStride() != 0) {
      return Stream.empty();
    }
    int window = swin.windowSize();
    return IntStream.range(0, swin.depths().size())
        .map(i -> image / (swin.patchSize() << i))
        .filter(side -> side > window && side % window != 0)
        .boxed()
        .limit(1)
        .map(
            side ->
                Violation.of(
                    "windows of %d do not tile a stage of %d x %d tokens; make WINDOW_SIZE a divisor of %d, or change IMG_SIZE."
                        .formatted(window, side, side, side),
                    WINDOW,
                    IMAGE,
                    PATCH,
                    DEPTHS));
  }
}
