package io.simmim.workbench.masks;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.HeadShape;
import io.simmim.core.reconstruct.LoadedModel;
import io.simmim.core.reconstruct.ModelLoader;
import io.simmim.core.reconstruct.Reconstruction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Models on the CPU, which leaves the GPU to trainings. The engine starts with the first one and
 * stays for as long as the program runs; a checkpoint that is in use already is not loaded twice.
 */
public final class EngineModels implements Model.Source {

  /** A file as it was when it was loaded. */
  private record Version(Path file, FileTime written) {}

  private final Map<Version, Shared> inUse = new HashMap<>();
  private ModelLoader loader;

  @Override
  public Model open(Path checkpoint) throws SimMimException {
    Version version = new Version(checkpoint.toAbsolutePath(), written(checkpoint));
    Shared shared = inUse.get(version);
    if (shared == null) {
      if (loader == null) {
        loader = ModelLoader.start("cpu");
      }
      shared = new Shared(version, loader.load(checkpoint));
      inUse.put(version, shared);
    }
    shared.users++;
    return new Loaded(shared);
  }

  /** That of a file which is gone is any: to load it fails, and says so. */
  private static FileTime written(Path checkpoint) {
    try {
      return Files.getLastModifiedTime(checkpoint);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private void leave(Shared shared) {
    shared.users--;
    if (shared.users == 0) {
      inUse.remove(shared.version);
      shared.model.close();
    }
  }

  /** A loaded model and how many use it. */
  private static final class Shared {

    final Version version;
    final LoadedModel model;
    int users;

    Shared(Version version, LoadedModel model) {
      this.version = version;
      this.model = model;
    }
  }

  private final class Loaded implements Model {

    private final Shared shared;

    Loaded(Shared shared) {
      this.shared = shared;
    }

    @Override
    public Geometry geometry() {
      ExperimentConfig config = shared.model.config();
      return new Geometry(config.data().imgSize(), config.model().patchSize());
    }

    @Override
    public HeadShape head() {
      return shared.model.head();
    }

    @Override
    public List<String> remarks() {
      return shared.model.remarks();
    }

    @Override
    public Reconstruction reconstruct(RgbImage image, PatchMask mask) throws DataException {
      return shared.model.reconstruct(image, mask);
    }

    @Override
    public float[] feature(RgbImage image, PatchMask mask, int row, int column)
        throws DataException {
      return shared.model.feature(image, mask, row, column);
    }

    @Override
    public void close() {
      leave(shared);
    }
  }
}
