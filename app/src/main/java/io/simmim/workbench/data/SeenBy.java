package io.simmim.workbench.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.data.FineTuningSight;
import io.simmim.core.data.PretrainingSight;
import io.simmim.core.data.Sight;
import io.simmim.core.fault.SimMimException;
import java.nio.file.Path;

/** Whose eyes a picture is seen with. */
public enum SeenBy {
  PRETRAINING("Pre-training", "Cropped, flipped and masked, as the model has to fill it in") {
    @Override
    Sight sight(ExperimentConfig config, Path folder) throws SimMimException {
      return PretrainingSight.of(config, folder);
    }
  },
  FINE_TUNING("Fine-tuning", "Augmented, erased and mixed, as the model has to classify it") {
    @Override
    Sight sight(ExperimentConfig config, Path folder) throws SimMimException {
      return FineTuningSight.of(config, folder);
    }
  };

  private final String title;
  private final String says;

  SeenBy(String title, String says) {
    this.title = title;
    this.says = says;
  }

  public String title() {
    return title;
  }

  /** A sentence about it. */
  public String says() {
    return says;
  }

  /**
   * The eyes of a training with this configuration on these images.
   *
   * @throws SimMimException when such a training would be refused
   */
  abstract Sight sight(ExperimentConfig config, Path folder) throws SimMimException;
}
