package io.simmim.core.weights;

import io.simmim.core.checkpoint.TensorData;
import java.nio.ByteBuffer;

/**
 * The order in which MMPretrain merges four neighbouring tokens of C channels. The official {@code
 * PatchMerging} puts the tokens one after another, first down the rows: channel c of the token in
 * row i, column j of its 2 x 2 square is number (2 j + i) C + c. MMPretrain takes {@code nn.Unfold}
 * instead, where it is number 4 c + 2 i + j; its converters reorder the columns of {@code
 * reduction.weight} [out, 4 C] and, in Swin V1, {@code norm} [4 C] to suit ({@code swin_converter}
 * in MMDetection's {@code ckpt_convert.py}, {@code PatchMerging} in MMPretrain's {@code embed.py}).
 */
final class UnfoldOrder {

  private static final int TOKENS = 4;

  private UnfoldOrder() {}

  /** Whether the last axis can be that of four tokens. */
  static boolean fits(TensorData tensor) {
    return !tensor.shape().isEmpty() && tensor.elements() > 0 && lastAxis(tensor) % TOKENS == 0;
  }

  /** From the official order to that of {@code nn.Unfold}. */
  static TensorData unfolded(TensorData official) {
    return reordered(official, false);
  }

  /** From the order of {@code nn.Unfold} to the official one. */
  static TensorData official(TensorData unfolded) {
    return reordered(unfolded, true);
  }

  private static long lastAxis(TensorData tensor) {
    return tensor.shape().get(tensor.shape().size() - 1);
  }

  private static TensorData reordered(TensorData tensor, boolean toOfficial) {
    int size = tensor.type().bytes();
    int columns = Math.toIntExact(lastAxis(tensor));
    ByteBuffer to = ByteBuffer.allocate(tensor.view().remaining());
    ByteBuffer from = ByteBuffer.allocate(to.capacity());
    tensor.copyTo(from);
    for (int row = 0; row < to.capacity(); row += columns * size) {
      for (int column = 0; column < columns; column++) {
        int unfolded = row + column * size;
        int official = row + officialColumn(column, columns / TOKENS) * size;
        to.put(toOfficial ? official : unfolded, from, toOfficial ? unfolded : official, size);
      }
    }
    return new TensorData(tensor.type(), tensor.shape(), to);
  }

  private static int officialColumn(int unfolded, int channels) {
    int channel = unfolded / TOKENS;
    int i = unfolded / 2 % 2;
    int j = unfolded % 2;
    return (2 * j + i) * channels + channel;
  }
}
