package io.simmim.workbench.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What trainings can run on here.
 *
 * @param names {@code cpu}, then {@code cuda:0}, ... as far as the driver lists them
 * @param words about them, for people
 */
public record Devices(List<String> names, String words) {

  private static final long PATIENCE_SECONDS = 5;

  public Devices {
    names = List.copyOf(names);
  }

  /** The processor, which is always there. */
  public static Devices cpu() {
    return of(List.of());
  }

  /** Asks the graphics driver; takes up to some seconds. */
  public static Devices find() {
    try {
      Process process =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean answered = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return answered && process.exitValue() == 0 ? of(output.lines().toList()) : cpu();
    } catch (IOException e) {
      return cpu(); // no such driver here
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return cpu();
    }
  }

  static Devices of(List<String> gpus) {
    List<String> names = new ArrayList<>(List.of("cpu"));
    for (int i = 0; i < gpus.size(); i++) {
      names.add("cuda:" + i);
    }
    int cores = Runtime.getRuntime().availableProcessors();
    String words = gpus.isEmpty() ? "CPU, " + cores + " cores" : String.join(", ", gpus);
    return new Devices(names, words);
  }
}
