package io.simmim.core.config;

import static io.simmim.core.config.ConfigSection.DATA;
import static io.simmim.core.config.ConfigSection.MASK;
import static io.simmim.core.config.KeyDraft.flag;
import static io.simmim.core.config.KeyDraft.integer;
import static io.simmim.core.config.KeyDraft.number;
import static io.simmim.core.config.KeyDraft.text;

import java.util.List;

/** The keys under {@code DATA}. */
final class DataKeys {

  static final List<ConfigKey> ALL =
      List.of(
          integer(DATA, "DATA.BATCH_SIZE", 128)
              .positive()
              .unit("images")
              .says("Images in one step on one device."),
          text(DATA, "DATA.DATA_PATH", "").says("Folder of the training images."),
          text(DATA, "DATA.DATASET", "imagenet")
              .says("Name of the data set; it changes nothing here, where any folder is read."),
          integer(DATA, "DATA.IMG_SIZE", 224)
              .from(8, 16_384)
              .unit("pixels")
              .says("Side of the square image that the network sees."),
          text(DATA, "DATA.INTERPOLATION", "bicubic")
              .oneOf("random", "bilinear", "bicubic")
              .says("Filter that resizes images in fine-tuning and evaluation."),
          flag(DATA, "DATA.EXIF_ROTATE", false)
              .knownTo(KeySource.WORKBENCH)
              .says("Turn photographs upright as their EXIF data say; official programs do not."),
          text(DATA, "DATA.CACHE_MODE", "part")
              .oneOf("no", "part", "full")
              .knownTo(KeySource.SWIN_TRANSFORMER)
              .says(
                  "Which decoded images are kept for later epochs: none, as many as a quarter of the"
                      + " memory holds, or all, in a file beside the runs."),
          flag(DATA, "DATA.PIN_MEMORY", true)
              .says("Of the official loader; it changes nothing here."),
          integer(DATA, "DATA.NUM_WORKERS", 8)
              .from(0, 256)
              .unit("threads")
              .says("Threads that read and decode images."),
          integer(MASK, "DATA.MASK_PATCH_SIZE", 32)
              .from(1, 16_384)
              .unit("pixels")
              .says("Side of one square that is hidden or shown as a whole."),
          number(MASK, "DATA.MASK_RATIO", 0.6)
              .in(NumberRange.between(0, 1))
              .says("Share of the mask squares that is hidden, rounded up to whole squares."));

  private DataKeys() {}
}
