package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a file is that is no checkpoint, though it may be called one. */
final class ForeignFile {

  private static final String DOWNLOAD = "; download the file itself";
  private static final String EXPORT =
      "; save its weights as .pth or .safetensors with the" + " program that wrote it";

  /** The first bytes of a format, at an offset, and what to say of it. */
  private record Signature(int offset, String bytes, String what) {
    boolean matches(String head) {
      return head.startsWith(bytes, offset);
    }
  }

  private static final List<Signature> BINARY =
      List.of(
          new Signature(0, "\u0089HDF\r\n\u001a\n", "an HDF5 file of Keras or TensorFlow" + EXPORT),
          new Signature(0, "GGUF", "a GGUF file of llama.cpp" + EXPORT),
          new Signature(0, "\u0093NUMPY", "a numpy array" + EXPORT),
          new Signature(257, "ustar", "a tar archive; unpack it first"),
          new Signature(0, "\u001f\u008b", "compressed with gzip; unpack it first"),
          new Signature(0, "7z\u00bc\u00af", "compressed with 7-Zip; unpack it first"),
          new Signature(0, "\u00fd7zXZ", "compressed with xz; unpack it first"),
          new Signature(0, "(\u00b5/\u00fd", "compressed with zstd; unpack it first"),
          new Signature(0, "BZh", "compressed with bzip2; unpack it first"),
          new Signature(0, "PK\u0005\u0006", "an empty zip archive" + DOWNLOAD),
          new Signature(0, "\u0089PNG", "a PNG picture" + DOWNLOAD),
          new Signature(0, "\u00ff\u00d8\u00ff", "a JPEG picture" + DOWNLOAD),
          new Signature(0, "%PDF", "a PDF document" + DOWNLOAD),
          new Signature(4, "TFL3", "a TensorFlow Lite model" + EXPORT));

  private static final List<Signature> TEXT =
      List.of(
          new Signature(
              0,
              "version https://git-lfs",
              "a Git LFS pointer, not the file itself; run"
                  + " git lfs pull or download it from the web page"),
          new Signature(0, "<!doctype html", "an HTML page" + DOWNLOAD),
          new Signature(0, "<html", "an HTML page" + DOWNLOAD),
          new Signature(0, "<", "an XML or HTML text" + DOWNLOAD),
          new Signature(0, "{", "a JSON text" + DOWNLOAD),
          new Signature(0, "[", "a JSON text" + DOWNLOAD));

  /** The end of a TensorFlow checkpoint's index. */
  private static final long TABLE_MAGIC = 0x57FB808B247547DBL;

  private ForeignFile() {}

  /** A phrase that completes "it is"; empty for what is no other known format. */
  static Optional<String> recognise(MappedFile file) throws IOException, FormatException {
    if (file.size() == 0) {
      return Optional.of("empty; download it again");
    }
    byte[] bytes = new byte[(int) Math.min(512, file.size())];
    file.head(bytes.length).get(bytes);
    String head = new String(bytes, StandardCharsets.ISO_8859_1);
    boolean isTable = file.size() >= Long.BYTES && tail(file) == TABLE_MAGIC;
    return first(BINARY, head)
        .or(() -> text(bytes, head))
        .or(() -> protocolBuffer(head))
        .or(() -> isTable ? Optional.of("an index of TensorFlow" + EXPORT) : none());
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Optional<String> first(List<Signature> known, String head) {
    return known.stream().filter(s -> s.matches(head)).map(Signature::what).findFirst();
  }

  private static Optional<String> text(byte[] bytes, String head) {
    for (byte value : bytes) {
      if (value >= 0 && value < ' ' && value != '\n' && value != '\r' && value != '\t') {
        return Optional.empty();
      }
    }
    boolean marked = bytes.length > 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB;
    String start = (marked ? head.substring(3) : head).strip().toLowerCase(Locale.ROOT);
    return first(TEXT, start).or(() -> Optional.of("a text" + DOWNLOAD));
  }

  // ONNX begins with its version and, as field 2, its producer's name; SavedModel with version 1
  // and a long field 2; a frozen graph with its first node.
  private static Optional<String> protocolBuffer(String head) {
    if (head.matches("(?s)\\x08[\\x03-\\x20]\\x12[\\x01-\\x40][a-zA-Z].*")) {
      return Optional.of("an ONNX model" + EXPORT);
    }
    boolean saved = head.startsWith("\u0008\u0001\u0012");
    return saved ? Optional.of("a SavedModel of TensorFlow" + EXPORT) : none();
  }

  private static long tail(MappedFile file) throws IOException, FormatException {
    return file.slice(file.size() - Long.BYTES, Long.BYTES).getLong();
  }
}
