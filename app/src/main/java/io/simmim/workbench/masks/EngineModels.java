package io.simmim.workbench.masks;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.LoadedModel;
import io.simmim.core.reconstruct.ModelLoader;
import io.simmim.core.reconstruct.Reconstruction;
import java.nio.file.Path;
import java.util.List;

/**
 * Models on the CPU, which leaves the GPU to trainings. The engine starts with the first one and
 * stays for as long as the program runs.
 */
public final class EngineModels implements Model.Source {

  private ModelLoader loader;

  @Override
  public Model open(Path checkpoint) throws SimMimException {
    if (loader == null) {
      loader = ModelLoader.start("cpu");
    }
    return new Loaded(loader.load(checkpoint));
  }

  private record Loaded(LoadedModel model) implements Model {

    @Override
    public Geometry geometry() {
      ExperimentConfig config = model.config();
      return new Geometry(config.data().imgSize(), config.model().patchSize());
    }

    @Override
    public List<String> remarks() {
      return model.remarks();
    }

    @Override
    public Reconstruction reconstruct(RgbImage image, PatchMask mask) throws DataException {
      return model.reconstruct(image, mask);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
