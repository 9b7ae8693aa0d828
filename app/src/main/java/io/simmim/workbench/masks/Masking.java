package io.simmim.workbench.masks;

import io.simmim.core.mask.MaskStrategy;
import java.util.Optional;

/** Who decides what is hidden. */
public enum Masking {
  RANDOM("Random", "Each patch with the same chance, as in SimMIM", MaskStrategy.RANDOM),
  BLOCK_WISE("Blocks", "Rectangles of patches, as in BEiT", MaskStrategy.BLOCK_WISE),
  SQUARE("Square", "One square at a random place", MaskStrategy.SQUARE),
  PAINTED("Painted", "By hand: drag hides, Shift or the right button shows again", null);

  private final String title;
  private final String says;
  private final MaskStrategy strategy;

  Masking(String title, String says, MaskStrategy strategy) {
    this.title = title;
    this.says = says;
    this.strategy = strategy;
  }

  public String title() {
    return title;
  }

  /** What it does, in a sentence. */
  public String says() {
    return says;
  }

  /** How masks are drawn by chance; empty when they are painted. */
  Optional<MaskStrategy> strategy() {
    return Optional.ofNullable(strategy);
  }

  /** The one of that name, or the random one. */
  public static Masking of(String name) {
    for (Masking masking : values()) {
      if (masking.name().equals(name)) {
        return masking;
      }
    }
    return RANDOM;
  }
}
