package io.simmim.workbench.checkpoint;

import io.simmim.core.fault.DataException;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills in pictures by the command {@code reconstruct} in a process of its own: the window never
 * loads the engine, and a model too large for the memory cannot take the window down.
 */
public final class ReconstructionProcess implements ReconstructionWork, AutoCloseable {

  private static final Pattern DONE =
      Pattern.compile("(.+): loss (\\S+), PSNR (\\S+) dB on hidden pixels, figure (.+)");

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;
  private final Supplier<String> device;
  private final AtomicReference<Path> folder = new AtomicReference<>();

  /**
   * @param device {@code cpu} or {@code cuda:N}, asked on the toolkit's thread
   */
  public ReconstructionProcess(
      Executor background, Executor toolkit, Launcher launcher, Supplier<String> device) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.device = device;
  }

  @Override
  public Runnable start(ReconstructionOrder order, Consumer<Outcome> done) {
    String where = device.get();
    Errand errand = new Errand();
    background.execute(() -> run(errand, order, where, done));
    return errand::stop;
  }

  /** Deletes the figures. */
  @Override
  public void close() {
    delete(folder.getAndSet(null));
  }

  private void run(Errand errand, ReconstructionOrder order, String where, Consumer<Outcome> done) {
    try {
      Path out = Files.createTempDirectory("simmim-reconstruct");
      delete(folder.getAndSet(out));
      Optional<LaunchFailure> failure =
          launcher.run(errand, arguments(order, out, where), out, "reconstruct");
      if (!errand.isStopped()) {
        Outcome outcome =
            new Outcome(
                pictures(out.resolve("reconstruct.out")),
                failure.map(LaunchFailure::sentence).orElse(""),
                failure.map(LaunchFailure::details).orElse(""));
        toolkit.execute(() -> done.accept(outcome));
      }
    } catch (DataException e) {
      tell(done, e.getMessage(), String.valueOf(e.getCause()));
    } catch (IOException e) {
      tell(
          done,
          "The figures cannot be written to the system's folder for temporary files; make room"
              + " there.",
          e.toString());
    }
  }

  private void tell(Consumer<Outcome> done, String sentence, String details) {
    toolkit.execute(() -> done.accept(new Outcome(List.of(), sentence, details)));
  }

  private static List<String> arguments(ReconstructionOrder order, Path out, String where) {
    List<String> words =
        new ArrayList<>(List.of("reconstruct", "--checkpoint", order.checkpoint().toString()));
    words.add("--image");
    order.pictures().forEach(picture -> words.add(picture.toString()));
    words.addAll(
        List.of(
            "--mask-ratio",
            String.format(Locale.ROOT, "%.2f", order.maskRatio()),
            "--seed",
            Long.toString(order.seed()),
            "--out",
            out.toString(),
            "--device",
            where));
    return words;
  }

  private static List<ReconstructedPicture> pictures(Path output) throws IOException {
    List<ReconstructedPicture> pictures = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      Matcher matcher = DONE.matcher(line);
      if (matcher.matches()) {
        pictures.add(
            new ReconstructedPicture(
                Path.of(matcher.group(1)),
                Path.of(matcher.group(4)),
                number(matcher.group(2)),
                number(matcher.group(3))));
      }
    }
    return pictures;
  }

  private static double number(String text) {
    return text.equals("Infinity") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static void delete(Path old) {
    if (old == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(old)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // What is left lies where the system cleans up by itself.
      return;
    }
  }
}
