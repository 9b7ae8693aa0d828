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

/**
 * What a checkpoint file holds, whatever its format, which its content tells and not its name.
 *
 * @param format how it was saved
 * @param root the saved tree of {@link Map}, {@link java.util.List}, {@link PyTuple}, String, Long,
 *     Double, Boolean, null, {@code byte[]}, {@link TensorData} and, for everything else, {@link
 *     PyClass} and {@link PyObject}; of a safetensors file the tensors by name. Maps and lists of a
 *     pickle may contain themselves
 * @param metadata texts that go with it; empty unless it is a safetensors file
 */
public record SavedFile(Format format, Object root, Map<String, String> metadata) {

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

  public SavedFile {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * Opens a file of any of the formats without running anything that it asks for. Tensors are views
   * of the mapped file where they lie in one piece.
   *
   * @throws CheckpointException when it is missing, damaged or of another format
   */
  public static SavedFile read(Path file) throws CheckpointException {
    try (MappedFile mapped = MappedFile.open(file)) {
      SavedFile saved = read(mapped);
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
      return new SavedFile(Format.TORCH_ZIP, TorchArchive.read(mapped), Map.of());
    }
    // Its length may begin with any byte, that of a pickle among them.
    if (SafetensorsFile.isSurelyIt(head)) {
      return SafetensorsFile.read(mapped);
    }
    if (head.hasRemaining() && (head.get(0) & 0xFF) == PICKLE) {
      return new SavedFile(Format.TORCH_LEGACY, LegacyTorchFile.read(mapped), Map.of());
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
