package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.CheckpointConfig;
import io.simmim.core.reconstruct.LoadedModel;
import io.simmim.core.reconstruct.ModelLoader;
import io.simmim.core.weights.CheckpointFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simmim reconstruct}: lets a checkpoint fill in what a mask hides. */
@Command(
    name = "reconstruct",
    description =
        "Hides patches of images and lets a checkpoint fill them in. Writes for every image a figure"
            + " (original, masked, reconstruction, visible + reconstruction, error) and its numbers.")
final class ReconstructCommand implements Callable<Integer> {

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = "A .pth or .safetensors file, or a folder of Hugging Face.")
  private Path checkpoint;

  @Option(
      names = "--cfg",
      paramLabel = "FILE",
      description = "Configuration of the model, when the checkpoint does not hold its own.")
  private Path cfg;

  @Option(
      names = "--image",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Pictures, or .npz files with normalised images x [B,3,H,W] and their mask [B,h,w]."
      })
  private List<Path> images;

  @Option(names = "--mask-ratio", paramLabel = "R", description = "Share of patches to hide.")
  private String maskRatio;

  @Option(names = "--mask-patch-size", paramLabel = "P", description = "Side of a hidden patch.")
  private String maskPatchSize;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "Seed of the mask (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--mask",
      paramLabel = "MASK.npy",
      description = "A mask [h,w] on the model's patches, 1 = hidden, instead of a random one.")
  private Path mask;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out;

  @Mixin private DeviceOption device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws SimMimException {
    CheckpointFile file = CheckpointFile.open(checkpoint);
    CheckpointConfig found = CheckpointConfig.of(cfg, file, overrides());
    PrintWriter printer = spec.commandLine().getOut();
    try (ModelLoader loader = ModelLoader.start(device.name());
        LoadedModel model = loader.load(file, found)) {
      model.remarks().forEach(printer::println);
      new ReconstructionJob(loader.engine(), model, out, printer)
          .run(images, masks(model.config()));
      return ExitCode.DONE;
    }
  }

  private MaskSource masks(ExperimentConfig config) {
    return mask == null ? new MaskSource.Random(config, seed) : new MaskSource.File(mask);
  }

  private Overrides overrides() {
    return Overrides.none()
        .and("--mask-ratio", "DATA.MASK_RATIO", maskRatio)
        .and("--mask-patch-size", "DATA.MASK_PATCH_SIZE", maskPatchSize);
  }
}
