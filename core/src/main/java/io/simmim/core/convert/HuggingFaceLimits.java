package io.simmim.core.convert;

import io.simmim.core.config.ModelType;
import io.simmim.core.config.SwinConfig;
import java.util.ArrayList;
import java.util.List;

/** What the transformers library cannot do with a model that this program can. */
final class HuggingFaceLimits {

  private HuggingFaceLimits() {}

  /** Sentences; none for a model that it computes the same. */
  static List<String> of(OfficialModel converted) {
    List<String> limits = new ArrayList<>();
    if (converted.config().model().type() == ModelType.SWIN) {
      SwinConfig swin = converted.config().model().swin();
      int side = converted.config().data().imgSize() / swin.patchSize() >> swin.depths().size() - 1;
      if (side < swin.windowSize()) {
        limits.add(
            "The transformers library refuses to load this: it gives all blocks windows of %d tokens, and the last grid has only %d; this program loads it."
                .formatted(swin.windowSize(), side));
      }
      if (!swin.patchNorm()) {
        limits.add(
            "The transformers library always normalises after the patch embedding, so its results will differ.");
      }
      if (swin.qkScale().isPresent()) {
        limits.add("The transformers library does not know QK_SCALE, so its results will differ.");
      }
    }
    return limits;
  }
}
