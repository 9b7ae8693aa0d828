package io.simmim.core.weights;

import static java.util.stream.Collectors.joining;

import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.weights.KeyRow.Making;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file, or a folder of Hugging Face, with its weights found: the one way in which all commands
 * and the window open a checkpoint. Values of tensors are not read before they are asked for.
 */
public final class CheckpointFile {

  /** The text in a safetensors file that holds what else an official file would, as JSON. */
  public static final String OWN_METADATA = Beside.OWN_METADATA;

  /** The key of {@code config.json} that holds the whole official configuration. */
  public static final String OFFICIAL_CONFIG = HuggingFaceConfig.OFFICIAL;

  private static final String CONFIG = Beside.CONFIG;
  private static final String CLASSES = Beside.CLASSES;
  private static final int NAMED = 3;

  private final Path path;
  private final Map<Path, SavedFile> files;
  private final long bytes;
  private final FileFormat format;
  private final StoredWeights stored;
  private final Map<String, Object> entries;
  private final OfficialWeights official;
  private final TrainingCheckpoint training;
  private final Optional<String> configRemark;
  private final Optional<String> configProblem;

  private CheckpointFile(
      Path path, Map<Path, SavedFile> files, FileFormat format, StoredWeights stored, Beside beside)
      throws CheckpointException {
    this.path = path;
    this.files = Collections.unmodifiableMap(files);
    this.bytes = size(files.keySet());
    this.format = format;
    this.stored = stored;
    this.official = OfficialWeights.of(stored.weights());
    this.entries = Collections.unmodifiableMap(beside.entries());
    this.configRemark = beside.remark();
    this.configProblem = beside.problem();
    this.training =
        TrainingCheckpoint.of(forTraining(entries, official.scheme()), official.tensors(), path);
  }

  /**
   * What the same file would be with another content.
   *
   * @param weights tensors by their names in the file
   * @param others everything else, by top-level name
   * @throws CheckpointException when an official entry is of another kind than saved
   */
  public CheckpointFile with(Map<String, TensorData> weights, Map<String, Object> others)
      throws CheckpointException {
    StoredWeights other = new StoredWeights(weightsEntry(), weights, others);
    return new CheckpointFile(
        path, files, format, other, new Beside(others, configRemark, configProblem));
  }

  /**
   * Opens a file or folder.
   *
   * @throws CheckpointException when it is missing, damaged, of another format or without tensors
   */
  public static CheckpointFile open(Path path) throws CheckpointException {
    CheckpointFile file = peek(path);
    file.requireIntact();
    return file;
  }

  /**
   * The same without the time that checksums take, which read every byte: to see what is in a file.
   * No value may be used before {@link #requireIntact} has passed.
   *
   * @throws CheckpointException when it is missing, visibly damaged, of another format or without
   *     tensors
   */
  public static CheckpointFile peek(Path path) throws CheckpointException {
    if (Files.isDirectory(path)) {
      WeightsFolder folder = WeightsFolder.of(path);
      Map<Path, SavedFile> files = folder.peek();
      StoredWeights weights = folder.weights(files);
      return new CheckpointFile(
          path, files, FileFormat.HUGGING_FACE_FOLDER, weights, Beside.in(folder));
    }
    SavedFile saved = SavedFile.peek(path);
    StoredWeights stored = StoredWeights.in(saved, path);
    Optional<WeightsFolder> around =
        saved.metadata().containsKey(OWN_METADATA) ? Optional.empty() : WeightsFolder.around(path);
    Beside beside = around.isPresent() ? Beside.in(around.get()) : Beside.in(saved, stored);
    return new CheckpointFile(
        path, Map.of(path, saved), FileFormat.of(saved.format()), stored, beside);
  }

  /**
   * Makes sure that no value was damaged, where the format allows it.
   *
   * @throws CheckpointException when a checksum is wrong, or a file has ended meanwhile
   */
  public void requireIntact() throws CheckpointException {
    for (Map.Entry<Path, SavedFile> file : files.entrySet()) {
      file.getValue().requireIntact(file.getKey());
    }
  }

  // The state of another program's training is numbered after its own parameters.
  private static Map<String, ?> forTraining(Map<String, ?> entries, NameScheme scheme) {
    if (scheme == NameScheme.OFFICIAL) {
      return entries;
    }
    Map<String, Object> kept = new LinkedHashMap<>(entries);
    kept.keySet().retainAll(List.of(CONFIG, CLASSES));
    return kept;
  }

  private static long size(Collection<Path> files) throws CheckpointException {
    long sum = 0;
    for (Path file : files) {
      try {
        sum += Files.size(file);
      } catch (IOException e) {
        throw new CheckpointException(
            "Checkpoint '" + file + "' cannot be read: " + e.getMessage() + ".", e);
      }
    }
    return sum;
  }

  public Path path() {
    return path;
  }

  /** Size of the files with weights. */
  public long bytes() {
    return bytes;
  }

  public FileFormat format() {
    return format;
  }

  /** Top-level entry that holds the state dict; empty when the file is one itself. */
  public String weightsEntry() {
    return stored.entry();
  }

  /** Tensors by their names in the file, as views of the mapped file. */
  public Map<String, TensorData> weights() {
    return stored.weights();
  }

  /** The same tensors by their official names. */
  public OfficialWeights official() {
    return official;
  }

  /** Everything that is not the weights, by top-level name. */
  public Map<String, Object> entries() {
    return entries;
  }

  /** The official entries, with what the file lacks empty, and the weights by official name. */
  public TrainingCheckpoint training() {
    return training;
  }

  /** The configuration in the file, nested by key; empty when there is none. */
  public Map<String, Object> config() {
    return training.config();
  }

  /** In what models here compute otherwise than the configuration wants, as a sentence. */
  public Optional<String> configRemark() {
    return configRemark;
  }

  /** Why a configuration beside the weights gives none here, as a sentence. */
  public Optional<String> configProblem() {
    return configProblem;
  }

  /** Sentences about what is not as in an official file. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (official.scheme() != NameScheme.OFFICIAL) {
      remarks.add("The file has %s%s.".formatted(official.scheme().text(), made()));
    }
    List<String> unused = official.unmapped();
    if (!unused.isEmpty()) {
      String more = unused.size() > NAMED ? " and " + (unused.size() - NAMED) + " more" : "";
      remarks.add(
          "%d tensors of the file have no place in the model and are not used: %s%s."
              .formatted(unused.size(), unused.stream().limit(NAMED).collect(joining(", ")), more));
    }
    configRemark.ifPresent(remarks::add);
    return remarks;
  }

  private String made() {
    long joined = official.rows().stream().filter(r -> r.making() == Making.JOINED).count();
    long columns = official.rows().stream().filter(r -> r.making() == Making.REORDERED).count();
    String parts = joined == 0 ? "" : "; %d tensors are joined from parts".formatted(joined);
    return columns == 0
        ? parts
        : parts + "; %d tensors have their columns reordered".formatted(columns);
  }

  /**
   * Makes sure that what was read is what was opened.
   *
   * @throws CheckpointException when the files have another size by now
   */
  public void requireUnchanged() throws CheckpointException {
    if (size(files.keySet()) != bytes) {
      throw new CheckpointException(
          "Checkpoint '"
              + path
              + "' changed while it was read, so another program is writing to it; wait until it is"
              + " whole and open it again.");
    }
  }
}
