package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuccessionTest {

  private static final Path OFFICIAL = Path.of("../configs");

  @TempDir Path folder;

  private final Path checkpoint = Path.of("ckpt_epoch_9.pth");

  @Test
  void everyPreTrainingPresetHasItsCounterpart() throws Exception {
    Succession succession = new Succession(List.of(OFFICIAL));
    for (ConfigFile file : ConfigFile.below(OFFICIAL)) {
      boolean demo = file.group().equals("demo");
      if (RunStage.PRETRAIN.namesFile(file.name()) && !demo) {
        ExperimentOrder order = succession.fineTuning(run(file, "x"), checkpoint);
        String words = RunStage.shortName(file.name()).replaceFirst("__.*", "");
        String found = order.config().getFileName().toString();
        assertTrue(RunStage.FINETUNE.namesFile(found), file + " -> " + found);
        assertTrue(found.contains("__" + words + "__"), file + " -> " + found);
        assertEquals(Map.of(), order.changes());
      }
    }
  }

  @Test
  void theNameDecidesBetweenPresetsOfTheSameEncoder() throws Exception {
    Succession succession = new Succession(List.of(OFFICIAL));
    ConfigFile pretraining =
        ConfigFile.below(OFFICIAL).stream()
            .filter(f -> f.name().equals("simmim_pretrain__swin_base__img192_window6__100ep"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "simmim_finetune__swin_base__img192_window6__100ep.yaml",
        succession.fineTuning(run(pretraining, "x"), checkpoint).config().getFileName().toString());
  }

  @Test
  void withoutAPresetTheRunsOwnConfigurationIsAdapted() throws Exception {
    ExperimentConfig own =
        ExperimentConfig.defaults()
            .with("MODEL.NAME", "simmim_pretrain__mine")
            .with("TRAIN.EPOCHS", 800)
            .with("MODEL.SWIN.EMBED_DIM", 24)
            .with("MODEL.SWIN.NUM_HEADS", List.of(1, 2, 4, 8));
    ExperimentOrder order =
        new Succession(List.of(OFFICIAL)).fineTuning(run(own, "mine"), checkpoint);
    assertEquals(folder.resolve("runs/model/mine/config.yaml"), order.config());
    assertEquals("simmim_finetune__mine", order.changes().get("MODEL.NAME"));
    assertEquals("100", order.changes().get("TRAIN.EPOCHS"));
    ConfigDocument document = new ConfigDocument(Runnable::run, Runnable::run, () -> 0);
    document.stageProperty().set(order.stage());
    document.open(order.config(), order.yaml(), order.changes());
    ExperimentConfig adapted = document.readingProperty().get().config().orElseThrow();
    assertEquals(24, adapted.model().swin().embedDim());
    assertEquals(0.9, adapted.train().layerDecay());
  }

  @Test
  void theImagesGoAlongIfTheyHaveClasses() throws Exception {
    Path plain = SmallPhotos.write(folder.resolve("plain"), 3);
    Path classes = folder.resolve("classes");
    SmallPhotos.write(classes.resolve("a"), 3);
    ExperimentConfig config = ExperimentConfig.defaults();
    Succession succession = new Succession(List.of());
    RunFolder without = run(config.with("DATA.DATA_PATH", plain.toString()), "p");
    assertEquals(Optional.empty(), succession.fineTuning(without, checkpoint).data());
    RunFolder with = run(config.with("DATA.DATA_PATH", classes.toString()), "c");
    assertEquals(Optional.of(classes), succession.fineTuning(with, checkpoint).data());
  }

  @Test
  void anEvaluationIsConfiguredAsItsFineTuningWas() throws Exception {
    ExperimentConfig config = ExperimentConfig.defaults().with("DATA.DATA_PATH", "/data");
    RunFolder run = run(config, "t");
    ExperimentOrder order = new Succession(List.of()).evaluation(run, checkpoint);
    assertEquals(RunStage.EVALUATE, order.stage());
    assertEquals(run.config(), order.config());
    assertEquals(Optional.of(Path.of("/data")), order.data());
    assertEquals(checkpoint, order.checkpoint());
  }

  private RunFolder run(ConfigFile file, String tag) throws Exception {
    RunFolder run = new RunFolder(folder.resolve("runs/model").resolve(tag));
    Files.createDirectories(run.path());
    ExperimentConfig config = new ConfigLoader().load(file.path(), Overrides.none()).orThrow();
    Files.writeString(run.config(), ConfigWriter.toYaml(config));
    RunManifest.starting(List.of("pretrain"), "cpu", file.name(), "", "").write(run.manifest());
    return run;
  }

  private RunFolder run(ExperimentConfig config, String tag) throws Exception {
    RunFolder run = new RunFolder(folder.resolve("runs/model").resolve(tag));
    Files.createDirectories(run.path());
    Files.writeString(run.config(), ConfigWriter.toYaml(config));
    return run;
  }
}
