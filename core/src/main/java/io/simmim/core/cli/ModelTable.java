package io.simmim.core.cli;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.stats.ModelStats;
import io.simmim.core.stats.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row for every configuration: what its model costs, and what was published about it. */
final class ModelTable {

  private static final List<String> HEADINGS =
      List.of(
          "config",
          "stage",
          "image",
          "encoder (M)",
          "published",
          "model (M)",
          "published",
          "GMACs",
          "published",
          "published top-1 (%)",
          "source");

  private final TextTable table = new TextTable(HEADINGS);
  private final List<String> sources = new ArrayList<>();

  /** {@code name} is the folder's and the file's, without ending. */
  void add(String name, ExperimentConfig config) {
    ModelStats stats = ModelStats.of(config);
    // As the official files are named; nothing inside of them says for which program they are.
    boolean classifier = name.contains("finetune");
    Optional<Published> published = Published.about(name);
    table.add(
        name,
        classifier ? "fine-tuning" : "pre-training",
        Integer.toString(config.data().imgSize()),
        millions(stats.encoderParameters()),
        whole(known(published, Published::encoderMillions)),
        millions(classifier ? stats.classifierParameters() : stats.pretrainingParameters()),
        whole(known(published, Published::classifierMillions)),
        billions(classifier ? stats.classifierMacs() : stats.encoderMacs()),
        known(published, Published::gmacs),
        known(published, Published::top1),
        published.map(this::footnotes).orElse(""));
  }

  /** The table and what its notes stand for. */
  List<String> lines(boolean markdown) {
    List<String> lines = new ArrayList<>(markdown ? table.markdown() : table.plain());
    lines.add("");
    for (int i = 0; i < sources.size(); i++) {
      lines.add("[%d] %s%s".formatted(i + 1, sources.get(i), markdown ? "  " : ""));
    }
    return lines;
  }

  private String footnotes(Published published) {
    return published.sources().stream().map(this::footnote).collect(Collectors.joining(" "));
  }

  private String footnote(String source) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return "[" + (sources.indexOf(source) + 1) + "]";
  }

  private static String known(
      Optional<Published> published, Function<Published, OptionalDouble> number) {
    OptionalDouble value = published.map(number).orElse(OptionalDouble.empty());
    return value.isEmpty() ? "" : Double.toString(value.getAsDouble());
  }

  private static String whole(String number) {
    return number.replaceFirst("\\.0$", "");
  }

  private static String millions(long parameters) {
    return String.format(Locale.ROOT, "%.2f", parameters / 1e6);
  }

  private static String billions(double macs) {
    return String.format(Locale.ROOT, "%.2f", macs / 1e9);
  }
}
