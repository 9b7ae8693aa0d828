package io.simmim.core.bench;

/**
 * How fast pictures were read.
 *
 * @param pictures what they were
 * @param jpegDecoder by what JPEG files were decoded
 * @param imagesPerSecondPerCore decoded, cropped and resized in a second of one core's time
 * @param workers threads of the loader; 0 when it was not timed
 * @param imagesPerSecond whole batches of the loader; 0 when it was not timed
 */
public record LoaderRow(
    String pictures,
    int images,
    String jpegDecoder,
    double imagesPerSecondPerCore,
    double decodeMs,
    double cropMs,
    double normaliseMs,
    int workers,
    double imagesPerSecond) {

  private static final double MILLIS = 1e3;

  /** Of what was measured. */
  public static LoaderRow of(
      String pictures,
      String jpegDecoder,
      LoaderBenchmark.Stages stages,
      int workers,
      double imagesPerSecond) {
    double perImage = MILLIS / stages.images();
    return new LoaderRow(
        pictures,
        stages.images(),
        jpegDecoder,
        stages.imagesPerSecond(),
        stages.decode() * perImage,
        stages.crop() * perImage,
        stages.normalise() * perImage,
        workers,
        imagesPerSecond);
  }

  /** The same with another word for the pictures. */
  public LoaderRow of(String other) {
    return new LoaderRow(
        other,
        images,
        jpegDecoder,
        imagesPerSecondPerCore,
        decodeMs,
        cropMs,
        normaliseMs,
        workers,
        imagesPerSecond);
  }
}
