package io.simmim.workbench.experiment;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.simmim.core.run.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code simmim estimate --json} has printed into a file so far. */
final class EstimateOutput {

  private static final String ESTIMATE = "estimate";
  private static final String PROGRESS = "progress";

  private final Gson gson =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .create();

  private final Path file;

  EstimateOutput(Path file) {
    this.file = file;
  }

  private record Kind(String type) {}

  /** A line of progress; {@code total} is 0 when it cannot be counted. */
  record Progress(String task, int done, int total) {

    /** From 0 to 1; negative when it cannot be told. */
    double share() {
      return total == 0 ? -1 : Math.min(1, (double) done / total);
    }
  }

  /** The newest line, when it is one of progress. */
  Optional<Progress> progress() {
    return last(PROGRESS, Progress.class);
  }

  /** The last line, when it is the estimate. */
  Optional<Estimate> estimate() {
    return last(ESTIMATE, Estimate.class);
  }

  /** The newest line of a kind; a line that is still being written is no line yet. */
  private <T> Optional<T> last(String type, Class<T> form) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = lines.size() - 1; i >= 0; i--) {
        if (isOf(type, lines.get(i))) {
          return Optional.of(gson.fromJson(lines.get(i), form));
        }
      }
    } catch (IOException e) {
      // Not there yet, or gone already: nothing is known.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private boolean isOf(String type, String line) {
    try {
      Kind kind = gson.fromJson(line, Kind.class);
      return kind != null && type.equals(kind.type());
    } catch (JsonParseException e) {
      return false;
    }
  }
}
