package io.simmim.workbench.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the page Masks remembers.
 *
 * @param picture address of the last picture; empty for none
 * @param ratio of the mask
 * @param patchSize side of a mask patch in pixels
 * @param masking name of the strategy
 * @param mode name of the layout
 * @param checkpoint file of the model; empty for none
 * @param seed of the mask
 * @param second file of the model to compare with; empty for none
 * @param recent the last checkpoints, newest first
 */
public record MasksSettings(
    String picture,
    double ratio,
    int patchSize,
    String masking,
    String mode,
    String checkpoint,
    long seed,
    String second,
    List<String> recent) {

  public static final MasksSettings DEFAULT =
      new MasksSettings("", 0.6, 32, "", "", "", 0, "", List.of());

  private static final int MOST_RECENT = 6;

  /** A file of an older version lacks what was added since. */
  public MasksSettings {
    second = second == null ? "" : second;
  }

  boolean isComplete() {
    return Stream.of(picture, masking, mode, checkpoint, recent).noneMatch(Objects::isNull)
        && recent.stream().noneMatch(Objects::isNull);
  }

  /** With a checkpoint that was just opened. */
  public MasksSettings withOpened(String file) {
    List<String> now = new ArrayList<>(recent);
    now.remove(file);
    now.add(0, file);
    return new MasksSettings(
        picture,
        ratio,
        patchSize,
        masking,
        mode,
        checkpoint,
        seed,
        second,
        List.copyOf(now.subList(0, Math.min(MOST_RECENT, now.size()))));
  }
}
