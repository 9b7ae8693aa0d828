package io.simmim.core.bench;

/**
 * Steps or forward passes of one model that were timed, or why they could not be.
 *
 * @param model short name, or that of the configuration
 * @param pass {@code step} or {@code forward}
 * @param parameters numbers in all weights
 * @param own this program; null when it failed
 * @param torchScript the same model out of a TorchScript file, turn by turn; null when there was no
 *     file
 * @param peakMb peak memory of this program in MiB, see {@link ModelBenchmark.Measurement}
 * @param fault a sentence; null unless it failed
 */
public record BenchRow(
    String model,
    String pass,
    String precision,
    int batchSize,
    long parameters,
    Timing own,
    Timing torchScript,
    double peakMb,
    String fault) {

  /** What was measured of a model. */
  public static BenchRow of(
      String model, Work work, String precision, ModelBenchmark.Measurement found) {
    return new BenchRow(
        model,
        work.word(),
        precision,
        found.batchSize(),
        found.parameters(),
        found.own(),
        found.torchScript().orElse(null),
        found.peakMb(),
        null);
  }

  /** A row that could not be measured. */
  public static BenchRow failed(
      String model, Work work, String precision, int batchSize, String fault) {
    return new BenchRow(model, work.word(), precision, batchSize, 0, null, null, 0, fault);
  }

  public boolean isMeasured() {
    return own != null;
  }

  public double imagesPerSecond() {
    return batchSize / own.median();
  }

  /** The same under another name. */
  public BenchRow named(String other) {
    return new BenchRow(
        other, pass, precision, batchSize, parameters, own, torchScript, peakMb, fault);
  }
}
