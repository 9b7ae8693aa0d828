package io.simmim.core.machine;

import io.simmim.core.machine.GraphicsDriver.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NVIDIA's driver, asked by the program that comes with it. */
final class NvidiaSmi {

  private static final List<String> CARDS =
      List.of(
          "nvidia-smi",
          "--query-gpu=name,memory.total,compute_cap,driver_version",
          "--format=csv,noheader,nounits");
  private static final List<String> HEAD = List.of("nvidia-smi");
  private static final Pattern CUDA = Pattern.compile("CUDA Version: *([\\d.]+)");
  private static final int FIELDS = 4;
  private static final long PATIENCE_SECONDS = 10;
  private static final int HANGS = -1;

  private NvidiaSmi() {}

  /** The driver, or why there is none: empty when the program is not installed. */
  record Answer(Optional<GraphicsDriver> driver, String complaint) {}

  private record Said(int exitValue, String text) {}

  static Answer ask() {
    try {
      Said cards = run(CARDS);
      if (cards.exitValue() == HANGS) {
        return new Answer(Optional.empty(), "no answer within " + PATIENCE_SECONDS + " s");
      }
      return cards.exitValue() == 0
          ? answer(cards.text(), run(HEAD).text())
          : new Answer(Optional.empty(), firstLine(cards.text()));
    } catch (IOException e) {
      return new Answer(Optional.empty(), ""); // No such program here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(Optional.empty(), "");
    }
  }

  /**
   * Reads both outputs.
   *
   * @param cards a line for each card: name, memory in MiB, compute capability, driver version
   * @param head the table with the CUDA version
   */
  static Answer answer(String cards, String head) {
    List<Card> found = new ArrayList<>();
    String version = "";
    for (String line : cards.lines().toList()) {
      String[] fields = line.split(",", -1);
      if (fields.length == FIELDS) {
        found.add(new Card(fields[0].strip(), number(fields[1]), fields[2].strip()));
        version = fields[3].strip();
      }
    }
    if (found.isEmpty()) {
      return new Answer(Optional.empty(), firstLine(cards));
    }
    Matcher cuda = CUDA.matcher(head);
    return new Answer(
        Optional.of(new GraphicsDriver(version, cuda.find() ? cuda.group(1) : "", found)), "");
  }

  private static long number(String field) {
    String digits = field.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("no card").strip();
  }

  /** Into a file, as a driver that hangs would keep a pipe open for good. */
  private static Said run(List<String> words) throws IOException, InterruptedException {
    Path output = Files.createTempFile("simmim-nvidia-smi-", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Said(HANGS, "");
      }
      String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return new Said(process.exitValue(), text);
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
