package io.simmim.core.model;

import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.ModelConfig;
import io.simmim.core.config.ModelType;
import io.simmim.core.config.SwinShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The buffers of a model as its modules compute them, without an engine: for files of programs that
 * do not save them.
 */
public final class ComputedBuffers {

  private static final Pattern BLOCK =
      Pattern.compile("(?:encoder\\.)?layers\\.(\\d+)\\.blocks\\.(\\d+)\\..+");

  private final ModelConfig model;
  private final int imgSize;
  private final boolean masked;

  /** {@code masked} says whether the model is one of pre-training. */
  public ComputedBuffers(ExperimentConfig config, boolean masked) {
    this.model = config.model();
    this.imgSize = config.data().imgSize();
    this.masked = masked;
  }

  /**
   * Computes one.
   *
   * @param name official name of a buffer of this model
   * @param shape its sizes
   */
  public TensorData tensor(String name, List<Long> shape) {
    if (model.type() == ModelType.VIT) {
      int side = imgSize / model.vit().patchSize();
      long rows = (2L * side - 1) * (2L * side - 1) + 3;
      return integers(VitPositionBias.index(side, rows), shape);
    }
    Matcher block = BLOCK.matcher(name);
    if (!block.matches()) {
      throw new IllegalArgumentException("expected a buffer of a block, got " + name);
    }
    int stage = Integer.parseInt(block.group(1));
    WindowGrid grid = grid(stage, Integer.parseInt(block.group(2)));
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "relative_position_index" -> integers(grid.relativePositionIndex(), shape);
      case "relative_coords_table" -> reals(coordinates(stage, grid.window()), shape);
      case "attn_mask" -> reals(grid.shiftMask(), shape);
      default -> throw new IllegalArgumentException("expected a buffer, got " + name);
    };
  }

  private WindowGrid grid(int stage, int block) {
    SwinShape swin = model.type() == ModelType.SWIN ? model.swin() : model.swinv2();
    SwinGeometry geometry = SwinGeometry.of(swin, imgSize);
    return WindowGrid.of(geometry.side(stage), geometry.windowSize(), block % 2 == 1);
  }

  private float[] coordinates(int stage, int window) {
    int pretrained = Models.windows(model.swinv2(), masked).get(stage);
    return LogPositionBias.coordinates(window, pretrained > 0 ? pretrained : window);
  }

  private static TensorData integers(long[] values, List<Long> shape) {
    ByteBuffer bytes = little(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return new TensorData(ScalarType.INT64, shape, bytes);
  }

  private static TensorData reals(float[] values, List<Long> shape) {
    ByteBuffer bytes = little(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return new TensorData(ScalarType.FLOAT32, shape, bytes);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
