package io.simmim.core.machine;

import java.util.List;

/**
 * NVIDIA's driver.
 *
 * @param version {@code 570.86.15}
 * @param cuda newest CUDA that it can run: {@code 12.8}; empty when it does not say
 * @param cards in the driver's order: the first is {@code cuda:0}
 */
public record GraphicsDriver(String version, String cuda, List<Card> cards) {

  public GraphicsDriver {
    cards = List.copyOf(cards);
  }

  /**
   * A graphics card.
   *
   * @param memoryMb in MiB; 0 when unknown
   * @param capability compute capability: {@code 9.0}; empty when unknown
   */
  public record Card(String name, long memoryMb, String capability) {}
}
