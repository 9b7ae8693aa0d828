package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.MODEL;
import static io.simmim.core.config.KeyDraft.integers;
import static io.simmim.core.config.KeyDraft.number;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The official keys under {@code MODEL.SWIN} and {@code MODEL.SWINV2}. */
final class SwinKeys {

  private static final ConfigKey QK_SCALE =
      number(MODEL, "MODEL.SWIN.QK_SCALE", null)
          .in(NumberRange.atLeast(0))
          .says("Factor on the queries; null or 0 means one over the root of the head width.");

  private static final ConfigKey PRETRAINED_WINDOW_SIZES =
      integers(MODEL, "MODEL.SWINV2.PRETRAINED_WINDOW_SIZES", List.of(0L, 0L, 0L, 0L))
          .knownTo(KeySource.SWIN_TRANSFORMER)
          .from(0, 1024)
          .count(1, SwinShapeKeys.MAX_STAGES)
          .unit("tokens")
          .says("Window of each stage in pre-training, for fine-tuning; 0 for its own window.");

  static final List<ConfigKey> ALL =
      Stream.of(
              SwinShapeKeys.below(ModelType.SWIN.keyPrefix(), KeySource.BOTH),
              List.of(QK_SCALE),
              SwinShapeKeys.below(ModelType.SWINV2.keyPrefix(), KeySource.SWIN_TRANSFORMER),
              List.of(PRETRAINED_WINDOW_SIZES))
          .flatMap(Collection::stream)
          .toList();

  private SwinKeys() {}
}
