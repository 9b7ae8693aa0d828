package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigValues;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelType;
import io.simmim.core.config.Precision;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import io.simmim.workbench.launch.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a command of ours into the words of {@code main_simmim.py} and {@code main_finetune.py} of
 * microsoft/SimMIM, or, for Swin Transformer V2, of {@code main_simmim_pt.py} and {@code
 * main_simmim_ft.py} of microsoft/Swin-Transformer, the only one with that model.
 */
final class OfficialScript {

  /** Keys that flags of their own set. */
  private static final Set<String> BY_FLAG =
      Set.of(
          "DATA.DATA_PATH",
          "DATA.BATCH_SIZE",
          "OUTPUT",
          "TAG",
          "PRETRAINED",
          "MODEL.RESUME",
          "PRECISION",
          "AMP_OPT_LEVEL");

  /** Classes of the head that the official fine-tuning always builds. */
  private static final int IMAGENET_CLASSES = 1000;

  private final StageCommand command;
  private final ExperimentConfig config;
  private final ConfigValues opened;
  private final Optional<DataSet> images;
  private final boolean v2;
  private final List<String> words = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * A translation.
   *
   * @param command of ours, with the opened configuration file
   * @param config with every change
   * @param opened values of that file
   */
  OfficialScript(
      StageCommand command,
      ExperimentConfig config,
      ConfigValues opened,
      Optional<DataSet> images) {
    this.command = command;
    this.config = config;
    this.opened = opened;
    this.images = images;
    this.v2 = config.model().type() == ModelType.SWINV2;
  }

  OfficialCommand command() {
    addProgram();
    addData();
    command.weights().ifPresent(this::addWeights);
    words.addAll(List.of("--output", command.output().toString(), "--tag", command.tag()));
    addPrecision();
    addOptions();
    remarkOnFile();
    return new OfficialCommand(words, remarks);
  }

  private void addProgram() {
    if (command.device().startsWith("cuda:") && !command.device().equals("cuda:0")) {
      words.addAll(List.of("env", "CUDA_VISIBLE_DEVICES=" + command.device().substring(5)));
    } else if (command.device().equals("cpu")) {
      remarks.add("The official code computes on NVIDIA GPUs only.");
    }
    words.addAll(
        List.of("python", "-m", "torch.distributed.launch", "--nproc_per_node", "1", script()));
    if (command.stage() == RunStage.EVALUATE) {
      words.add("--eval");
    } else if (command.stage() == RunStage.THROUGHPUT) {
      words.add("--throughput");
    }
    words.addAll(List.of("--cfg", command.config().toString()));
    words.addAll(List.of("--batch-size", Integer.toString(config.data().batchSize())));
  }

  private String script() {
    boolean pretraining = command.stage() == RunStage.PRETRAIN;
    if (v2) {
      return pretraining ? "main_simmim_pt.py" : "main_simmim_ft.py";
    }
    return pretraining ? "main_simmim.py" : "main_finetune.py";
  }

  private void addData() {
    if (command.data().isEmpty()) {
      words.addAll(List.of("--data-path", "DIR"));
      remarks.add("Put the folder of ImageNet in place of DIR: the script reads it even here.");
      return;
    }
    Path folder = command.data().get();
    Path train = folder.resolve("train");
    boolean pretraining = command.stage() == RunStage.PRETRAIN;
    Path given = pretraining && Files.isDirectory(train) ? train : folder;
    words.addAll(List.of("--data-path", given.toString()));
    if (pretraining && images.filter(set -> set.classes() == 0).isPresent()) {
      remarks.add("The script wants its images in folders inside that folder, one is enough.");
    }
    if (!pretraining) {
      remarkOnClasses(folder);
    }
  }

  private void remarkOnClasses(Path folder) {
    if (!Files.isDirectory(folder.resolve("train")) || !Files.isDirectory(folder.resolve("val"))) {
      remarks.add("The script wants folders train and val inside that folder.");
    }
    images
        .map(DataSet::classes)
        .filter(classes -> classes != IMAGENET_CLASSES)
        .ifPresent(
            classes ->
                remarks.add(
                    "The script builds a head of %d classes whatever the folder has (%d)."
                        .formatted(IMAGENET_CLASSES, classes)));
  }

  private void addWeights(Weights weights) {
    words.addAll(List.of(weights.option(), weights.file().toString()));
  }

  private void addPrecision() {
    boolean full = config.precision() == Precision.FP32 || config.precision() == Precision.TF32;
    if (v2) {
      words.add(full ? "--disable-amp" : "--enable-amp");
    } else {
      words.addAll(List.of("--amp-opt-level", full ? "O0" : "O1"));
    }
    if (config.precision() == Precision.BF16) {
      remarks.add("Mixed precision is fp16 there, not bf16.");
    }
  }

  private void addOptions() {
    Map<String, Object> changes = changes(config.values(), opened);
    List<String> lacking = new ArrayList<>();
    List<String> options = new ArrayList<>();
    changes.forEach(
        (key, value) -> {
          if (isKnown(key)) {
            options.addAll(List.of(key, pythonText(value)));
          } else {
            lacking.add(key);
          }
        });
    if (!options.isEmpty()) {
      words.add("--opts");
      words.addAll(options);
    }
    if (!lacking.isEmpty()) {
      remarks.add("Left out, as the official code lacks it: " + String.join(", ", lacking) + ".");
    }
  }

  /** Its reader ends with an error at a key that it does not know. */
  private void remarkOnFile() {
    List<String> unknown =
        opened.changedFromDefault().keySet().stream().filter(key -> !isKnown(key)).toList();
    if (!unknown.isEmpty()) {
      remarks.add(
          "Delete from the configuration file what the official code lacks: "
              + String.join(", ", unknown)
              + ".");
    }
  }

  private static Map<String, Object> changes(ConfigValues now, ConfigValues before) {
    Map<String, Object> changes = new LinkedHashMap<>(now.differencesFrom(before));
    changes.keySet().removeAll(BY_FLAG);
    return changes;
  }

  private boolean isKnown(String key) {
    return ConfigSchema.official()
        .find(key)
        .filter(known -> known.source().isKnownToProgramOf(config.model().type()))
        .isPresent();
  }

  /** As yacs reads it: Python's words for truth and for nothing. */
  private static String pythonText(Object value) {
    if (value == null) {
      return "None";
    }
    return value instanceof Boolean truth ? (truth ? "True" : "False") : FormValues.text(value);
  }
}
