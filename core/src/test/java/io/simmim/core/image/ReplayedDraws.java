package io.simmim.core.image;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** Gives the numbers that the official run drew, mapped back to the unit interval. */
final class ReplayedDraws implements RandomGenerator {

  private final Queue<Double> units = new ArrayDeque<>();
  private final Queue<Integer> positions = new ArrayDeque<>();

  private ReplayedDraws(JsonObject row) {
    row.getAsJsonArray("randint_draws").forEach(draw -> positions.add(draw.getAsInt()));
  }

  /** Draws of a crop: area share and logarithm of the ratio in turn, whose ends are given. */
  static ReplayedDraws ofCrop(JsonObject row, double minLogRatio, double maxLogRatio) {
    JsonArray scale = row.getAsJsonArray("scale");
    double[] from = {scale.get(0).getAsDouble(), minLogRatio};
    double[] to = {scale.get(1).getAsDouble(), maxLogRatio};
    ReplayedDraws draws = new ReplayedDraws(row);
    draws.replay(row.getAsJsonArray("uniform_draws"), 0, from, to);
    return draws;
  }

  /** Draws of random erasing: the decision, then area share and logarithm of the aspect. */
  static ReplayedDraws ofErasing(JsonObject row) {
    JsonArray uniform = row.getAsJsonArray("uniform_draws");
    ReplayedDraws draws = new ReplayedDraws(row);
    draws.units.add(uniform.get(0).getAsDouble());
    double[] from = {0.02, Math.log(0.3)};
    double[] to = {1.0 / 3, Math.log(1 / 0.3)};
    draws.replay(uniform, 1, from, to);
    return draws;
  }

  private void replay(JsonArray uniform, int first, double[] from, double[] to) {
    for (int i = first; i < uniform.size(); i++) {
      int kind = (i - first) % 2;
      JsonElement draw = uniform.get(i);
      units.add((draw.getAsDouble() - from[kind]) / (to[kind] - from[kind]));
    }
  }

  boolean isUsedUp() {
    return units.isEmpty() && positions.isEmpty();
  }

  @Override
  public double nextDouble() {
    return units.remove();
  }

  @Override
  public int nextInt(int bound) {
    return positions.remove();
  }

  @Override
  public long nextLong() {
    throw new IllegalStateException("unexpected draw");
  }
}
