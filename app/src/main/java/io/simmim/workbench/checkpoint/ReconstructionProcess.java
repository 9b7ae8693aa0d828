package io.simmim.workbench.checkpoint;

import io.simmim.workbench.launch.ErrandWork;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in pictures by the command {@code reconstruct} in a process of its own. */
public final class ReconstructionProcess implements ReconstructionWork, AutoCloseable {

  private static final Pattern DONE =
      Pattern.compile("(.+): loss (\\S+), PSNR (\\S+) dB on hidden pixels, figure (.+)");

  private final Errands errands;
  private final Supplier<String> device;
  private final AtomicReference<Scratch> figures = new AtomicReference<>();

  /**
   * @param device {@code cpu} or {@code cuda:N}, asked on the toolkit's thread
   */
  public ReconstructionProcess(Errands errands, Supplier<String> device) {
    this.errands = errands;
    this.device = device;
  }

  @Override
  public Runnable start(ReconstructionOrder order, Consumer<Outcome> done) {
    return errands.start(new Filling(order, device.get()), done);
  }

  /** Deletes the figures. */
  @Override
  public void close() {
    replace(null);
  }

  private void replace(Scratch next) {
    Scratch old = figures.getAndSet(next);
    if (old != null) {
      old.close();
    }
  }

  private final class Filling implements ErrandWork<Outcome> {

    private final ReconstructionOrder order;
    private final String where;

    Filling(ReconstructionOrder order, String where) {
      this.order = order;
      this.where = where;
    }

    @Override
    public List<String> arguments(Path scratch) throws IOException {
      Scratch next = Scratch.create("reconstructions");
      replace(next);
      return words(next.path());
    }

    @Override
    public Outcome ended(Path printed, Optional<LaunchFailure> failure) throws IOException {
      return new Outcome(
          pictures(printed),
          failure.map(LaunchFailure::sentence).orElse(""),
          failure.map(LaunchFailure::details).orElse(""));
    }

    @Override
    public Outcome failed(LaunchFailure failure) {
      return new Outcome(List.of(), failure.sentence(), failure.details());
    }

    private List<String> words(Path out) {
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
}
