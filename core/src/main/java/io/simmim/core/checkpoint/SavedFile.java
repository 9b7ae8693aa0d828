package io.simmim.core.checkpoint;

import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a checkpoint file holds, whatever its format, which its content tells and not its name. */
public final class SavedFile {

  private static final int ZIP_MAGIC = 0x504b0304;
  private static final int PICKLE = 0x80;
  private static final int MAX_REASON = 240;

  /** Kinds of files. */
  public enum Format {
    /** Zip of PyTorch 1.6 and newer. */
    TORCH_ZIP,
    /** Pickles and raw storages of older versions. */
    TORCH_LEGACY,
    /** Header and raw tensors. */
    SAFETENSORS
  }

  private final Format format;
  private final Object root;
  private final Map<String, String> metadata;
  private final Checksums checksums;

  SavedFile(Format format, Object root, Map<String, String> metadata, Checksums checksums) {
    this.format = format;
    this.root = root;
    this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    this.checksums = checksums;
  }

  /** How it was saved. */
  public Format format() {
    return format;
  }

  /**
   * The saved tree of {@link Map}, {@link java.util.List}, {@link PyTuple}, String, Long, Double,
   * Boolean, null, {@code byte[]}, {@link TensorData} and, for everything else, {@link PyClass} and
   * {@link PyObject}; of a safetensors file the tensors by name. Maps and lists of a pickle may
   * contain themselves.
   */
  public Object root() {
    return root;
  }

  /** Texts that go with it; empty unless it is a safetensors file. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * Opens a file of any of the formats without running anything that it asks for. Tensors are views
   * of the mapped file where they lie in one piece.
   *
   * @throws CheckpointException when it is missing, damaged or of another format
   */
  public static SavedFile read(Path file) throws CheckpointException {
    SavedFile saved = peek(file);
    saved.requireIntact(file);
    return saved;
  }

  /**
   * The same without the time that the checksums take: values may be damaged until {@link
   * #requireIntact} has passed.
   *
   * @throws CheckpointException when it is missing, of another format or visibly damaged
   */
  public static SavedFile peek(Path file) throws CheckpointException {
    return guarded(
        file,
        () -> {
          try (MappedFile mapped = MappedFile.open(file)) {
            return read(mapped);
          }
        });
  }

  /**
   * Reads the whole file where its format has checksums, and compares them.
   *
   * @param file where it was read, for messages
   * @throws CheckpointException when one is wrong, or the file has ended meanwhile
   */
  public void requireIntact(Path file) throws CheckpointException {
    guarded(
        file,
        () -> {
          checksums.require();
          return this;
        });
  }

  /** Something done with the bytes of a file. */
  private interface Reading {
    SavedFile read() throws IOException, FormatException;
  }

  private static SavedFile guarded(Path file, Reading reading) throws CheckpointException {
    try {
      SavedFile saved = reading.read();
      TensorBytes.deliverFault();
      return saved;
    } catch (NoSuchFileException e) {
      throw new CheckpointException("Checkpoint '" + file + "' does not exist.", e);
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '" + file + "' cannot be read: " + oneLine(e.getMessage()) + ".", e);
    } catch (FormatException e) {
      throw refusal(file, e.getMessage(), e.damaged(), e);
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    } catch (InternalError e) {
      throw TensorBytes.refusal(TensorBytes.ended(e));
    } catch (RuntimeException | StackOverflowError e) {
      throw refusal(file, "unexpected structure", true, e);
    }
  }

  private static SavedFile read(MappedFile mapped) throws IOException, FormatException {
    ByteBuffer head = mapped.head(Long.BYTES + 1);
    if (head.remaining() >= Integer.BYTES && head.getInt(0) == ZIP_MAGIC) {
      Checksums checksums = new Checksums();
      Object root = TorchArchive.read(mapped, checksums);
      return new SavedFile(Format.TORCH_ZIP, root, Map.of(), checksums);
    }
    // Its length may begin with any byte, that of a pickle among them.
    if (SafetensorsFile.isSurelyIt(head)) {
      return SafetensorsFile.read(mapped);
    }
    if (head.hasRemaining() && (head.get(0) & 0xFF) == PICKLE) {
      Object root = LegacyTorchFile.read(mapped);
      return new SavedFile(Format.TORCH_LEGACY, root, Map.of(), new Checksums());
    }
    Optional<String> foreign = ForeignFile.recognise(mapped);
    if (foreign.isPresent()) {
      throw FormatException.unusable("it is " + foreign.get());
    }
    if (SafetensorsFile.isIt(head)) {
      return SafetensorsFile.read(mapped);
    }
    throw FormatException.unusable(
        "it begins neither like a .pth nor like a .safetensors file; name another");
  }

  private static CheckpointException refusal(
      Path file, String reason, boolean damaged, Throwable cause) {
    String sentence =
        damaged
            ? "' is damaged or no checkpoint (" + oneLine(reason) + "); use another copy of it."
            : "' is of no use: " + oneLine(reason) + ".";
    return new CheckpointException("Checkpoint '" + file + sentence, cause);
  }

  // Names in a hostile file may be long or hold line feeds.
  private static String oneLine(String reason) {
    String plain = String.valueOf(reason).replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_REASON ? plain : plain.substring(0, MAX_REASON) + "...";
  }
}
