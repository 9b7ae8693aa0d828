package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.stats.ModelStats;
import io.simmim.core.stats.Published;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What a model costs, and what was published about it, as text; empty where nothing was.
 *
 * @param folder of the configuration
 * @param file of the configuration, without ending
 */
record ModelRow(
    String folder, String file, int imgSize, ModelStats stats, Optional<Published> published) {

  static ModelRow of(String folder, String file, ExperimentConfig config) {
    return new ModelRow(
        folder,
        file,
        config.data().imgSize(),
        ModelStats.of(config),
        Published.about(folder + "/" + file));
  }

  // As the official files are named; nothing inside of them says for which program they are.
  private boolean classifier() {
    return file.contains("finetune");
  }

  String stage() {
    return classifier() ? "fine-tuning" : "pre-training";
  }

  String encoder() {
    return millions(stats.encoderParameters());
  }

  String publishedEncoder() {
    return known(Published::encoderMillions);
  }

  String model() {
    return millions(classifier() ? stats.classifierParameters() : stats.pretrainingParameters());
  }

  String publishedModel() {
    return known(Published::classifierMillions);
  }

  String gmacs() {
    return billions(classifier() ? stats.classifierMacs() : stats.encoderMacs());
  }

  String publishedGmacs() {
    return known(Published::gmacs);
  }

  String top1() {
    return published.isEmpty() || published.get().top1().isEmpty()
        ? ""
        : Double.toString(published.get().top1().getAsDouble());
  }

  List<String> sources() {
    return published.map(Published::sources).orElse(List.of());
  }

  private String known(Function<Published, OptionalDouble> number) {
    OptionalDouble value = published.map(number).orElse(OptionalDouble.empty());
    return value.isEmpty() ? "" : Double.toString(value.getAsDouble()).replaceFirst("\\.0$", "");
  }

  private static String millions(long parameters) {
    return String.format(Locale.ROOT, "%.2f", parameters / 1e6);
  }

  private static String billions(double macs) {
    return String.format(Locale.ROOT, "%.2f", macs / 1e9);
  }
}
