package io.simmim.core.checkpoint;

import com.google.gson.stream.MalformedJsonException;
import io.simmim.core.checkpoint.SafetensorsHeader.Entry;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the safetensors format: a length of 8 bytes, a JSON header of that length and the tensors'
 * values, which must fill the rest without holes or overlaps.
 */
final class SafetensorsFile {

  /** The reference's limit. */
  private static final int MAX_HEADER = 100_000_000;

  private SafetensorsFile() {}

  /** Whether the beginning of a file looks like this format. */
  static boolean isIt(ByteBuffer head) {
    return head.remaining() > Long.BYTES && head.get(Long.BYTES) == '{';
  }

  /** Whether it is this format whatever its first bytes would mean in another. */
  static boolean isSurelyIt(ByteBuffer head) {
    // A header below 4 GB: the upper half of its length is zero in any byte order.
    return isIt(head) && head.getInt(Integer.BYTES) == 0;
  }

  static SavedFile read(MappedFile file) throws IOException, FormatException {
    long length = file.slice(0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Math.min(MAX_HEADER, file.size() - Long.BYTES)) {
      throw new FormatException(
          "its header claims " + Long.toUnsignedString(length) + " of " + file.size() + " bytes");
    }
    SafetensorsHeader header = header(file.slice(Long.BYTES, length));
    long begin = Long.BYTES + length;
    requireFilled(header.entries(), file.size() - begin);
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Entry> named : header.entries().entrySet()) {
      Entry entry = named.getValue();
      ByteBuffer bytes = file.slice(begin + entry.begin(), entry.end() - entry.begin());
      tensors.put(named.getKey(), new TensorData(entry.type(), entry.shape(), bytes));
    }
    return new SavedFile(SavedFile.Format.SAFETENSORS, tensors, header.metadata(), new Checksums());
  }

  private static SafetensorsHeader header(ByteBuffer json) throws IOException, FormatException {
    byte[] bytes = new byte[json.remaining()];
    json.get(bytes);
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var text = new InputStreamReader(new ByteArrayInputStream(bytes), utf8)) {
      return SafetensorsHeader.parse(text);
    } catch (CharacterCodingException e) {
      throw new FormatException("its header is not UTF-8");
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw new FormatException("its header is not the JSON of safetensors");
    }
  }

  private static void requireFilled(Map<String, Entry> entries, long available)
      throws FormatException {
    List<Map.Entry<String, Entry>> ordered = new ArrayList<>(entries.entrySet());
    ordered.sort(
        Comparator.<Map.Entry<String, Entry>>comparingLong(e -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long end = 0;
    for (Map.Entry<String, Entry> named : ordered) {
      Entry entry = named.getValue();
      if (entry.begin() != end || entry.end() < end || entry.end() > available) {
        throw new FormatException(
            "its tensor " + named.getKey() + " overlaps another, leaves a hole or lies outside");
      }
      if (entry.end() - entry.begin() != bytes(entry)) {
        throw new FormatException(
            "its tensor " + named.getKey() + " of shape " + entry.shape() + " has another size");
      }
      end = entry.end();
    }
    if (end != available) {
      throw new FormatException("it has " + available + " bytes of values and uses " + end);
    }
  }

  // -1, which no tensor occupies, when the product is beyond counting.
  private static long bytes(Entry entry) {
    try {
      return Math.multiplyExact(TensorData.elements(entry.shape()), entry.type().bytes());
    } catch (ArithmeticException e) {
      return -1;
    }
  }
}
