package io.simmim.core.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line that the official trainings print every PRINT_FREQ iterations ({@code train_one_epoch}
 * of {@code main_simmim.py}, {@code main_finetune.py}, and {@code main.py} of the Swin Transformer
 * repository, which adds {@code wd} and {@code loss_scale}).
 *
 * @param epoch counted from 0
 * @param index of the iteration in its epoch, from 0
 * @param stepsPerEpoch iterations of an epoch
 * @param seconds of this iteration
 * @param meanLoss over the epoch so far
 * @param gradNorm NaN where the line has none
 * @param memoryMb peak device memory, in MiB
 */
record TrainLine(
    int epoch,
    int epochs,
    int index,
    int stepsPerEpoch,
    double lr,
    double seconds,
    double loss,
    double meanLoss,
    double gradNorm,
    double memoryMb) {

  private static final String NUMBER = "([-+0-9.eE]+|nan|inf|-inf)";
  private static final Pattern PLACE =
      Pattern.compile("Train: \\[(\\d{1,7})/(\\d{1,7})]\\[(\\d{1,9})/(\\d{1,9})]\\s");
  private static final Pattern RATE = Pattern.compile("\\blr " + NUMBER + "\\s");
  private static final Pattern TIME = meter("time");
  private static final Pattern LOSS = meter("loss");
  private static final Pattern NORM = meter("grad_norm");
  private static final Pattern MEMORY = Pattern.compile("\\bmem (\\d+)MB");

  /** Whether a message should be such a line. */
  static boolean looksLike(String message) {
    return message.contains("Train: [");
  }

  /** Empty when the message is spoilt: cut off, or two lines in one. */
  static Optional<TrainLine> read(String message) {
    Matcher place = PLACE.matcher(message);
    Matcher rate = RATE.matcher(message);
    Matcher memory = MEMORY.matcher(message);
    Matcher time = TIME.matcher(message);
    Matcher loss = LOSS.matcher(message);
    if (!place.lookingAt()
        || !rate.find()
        || !time.find()
        || !loss.find()
        || !memory.find()
        || message.indexOf("Train: [", 1) >= 0) {
      return Optional.empty();
    }
    Matcher norm = NORM.matcher(message);
    try {
      return Optional.of(
          new TrainLine(
              Integer.parseInt(place.group(1)),
              Integer.parseInt(place.group(2)),
              Integer.parseInt(place.group(3)),
              Integer.parseInt(place.group(4)),
              number(rate.group(1)),
              number(time.group(1)),
              number(loss.group(1)),
              number(loss.group(2)),
              norm.find() ? number(norm.group(1)) : Double.NaN,
              number(memory.group(1))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Iterations before this one, over the whole run. */
  long step() {
    return (long) epoch * stepsPerEpoch + index;
  }

  private static Pattern meter(String name) {
    return Pattern.compile("\\b" + name + " " + NUMBER + " \\(" + NUMBER + "\\)");
  }

  private static double number(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
