package io.simmim.core.convert;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.run.AtomicFile;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.ForeignNames;
import io.simmim.core.weights.KeyRow.Making;
import io.simmim.core.weights.NameScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint in another layout. Values of tensors are not changed, unless another format of
 * numbers is asked for; what a layout has no place for is left out and named.
 */
public final class Conversion {

  private static final String MODEL = "model";
  private static final String CONFIG = "config";
  private static final String CLASSES = "classes";

  private final CheckpointFile source;
  private final OfficialModel model;
  private final Layout layout;
  private final boolean sameNumbers;
  private final boolean targetStated;
  private final List<String> remarks = new ArrayList<>();

  private Conversion(
      Inspection file, OfficialModel model, Layout layout, Optional<NumberFormat> numbers) {
    source = file.file();
    targetStated = file.target().isPresent();
    this.model = numbers.map(model::as).orElse(model);
    sameNumbers = numbers.isEmpty();
    this.layout = layout;
    remarks.addAll(source.remarks());
    if (!model.computed().isEmpty()) {
      remarks.add(
          "%d buffers that the file lacks are computed as the model does."
              .formatted(model.computed().size()));
    }
    if (!model.others().isEmpty()) {
      remarks.add(
          "%d tensors of the file are none of this model and are left out:%s."
              .formatted(model.others().size(), OfficialModel.listed("", model.others())));
    }
  }

  /**
   * Looks at what is to be converted.
   *
   * @param config of the model in the file
   * @param allowPartial whether learned tensors may be missing
   * @param numbers the format that floating-point numbers get; empty to keep every bit
   * @throws CheckpointException when the file is not the whole of a model known here
   */
  public static Conversion of(
      Inspection file,
      ExperimentConfig config,
      Layout layout,
      boolean allowPartial,
      Optional<NumberFormat> numbers)
      throws CheckpointException {
    return new Conversion(file, OfficialModel.of(file, config, allowPartial), layout, numbers);
  }

  /**
   * Writes the result whole or not at all; in a folder that is there already, each file by itself.
   *
   * @param out a file, or a folder for {@link Layout#HF}
   * @return sentences about what was joined, computed and left out
   * @throws SimMimException when it cannot be written, the source ends meanwhile, or images of its
   *     number of channels have no normalisation
   */
  public List<String> write(Path out) throws SimMimException {
    try {
      switch (layout) {
        case OFFICIAL -> torch(out, official());
        case HF -> folder(out);
        case TIMM -> safetensors(out, foreign());
        case MMPRETRAIN -> torch(out, mmPretrain());
        case SAFETENSORS -> safetensors(out, model.tensors());
      }
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
    return List.copyOf(remarks);
  }

  private void folder(Path out) throws SimMimException {
    try (StagedFolder staged = StagedFolder.beside(out)) {
      new HuggingFaceFolder(model, source.training().classes(), config())
          .write(staged.path(), foreign());
      source.requireUnchanged();
      staged.publish();
    } catch (IOException e) {
      throw unwritable(out, e);
    }
    remarks.addAll(HuggingFaceLimits.of(model));
  }

  private Map<String, Object> official() {
    Map<String, Object> entries = new LinkedHashMap<>(source.entries());
    entries.remove(source.weightsEntry());
    entries.remove("config.json");
    entries.remove(CONFIG);
    if (entries.containsKey(MODEL)) { // the weights take this name
      leaveOutOnly(entries, List.of(MODEL));
    }
    if (source.official().scheme() != NameScheme.OFFICIAL || !sameNumbers) {
      leaveOut(entries, CLASSES);
    }
    PlainEntries plain = new PlainEntries();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(MODEL, model.tensors());
    tree.putAll(plain.of(entries));
    tree.put(CONFIG, config());
    if (!plain.dropped().isEmpty()) {
      remarks.add(
          "Left out, as no other program reads it: " + String.join(", ", plain.dropped()) + ".");
    }
    return tree;
  }

  // A training of another program numbers its parameters otherwise, and one goes on from the very
  // numbers that it left only.
  private void leaveOut(Map<String, Object> entries, String kept) {
    List<String> others = entries.keySet().stream().filter(name -> !name.equals(kept)).toList();
    if (!others.isEmpty()) {
      leaveOutOnly(entries, others);
    }
  }

  private void leaveOutOnly(Map<String, Object> entries, List<String> names) {
    entries.keySet().removeAll(names);
    remarks.add("Left out: " + String.join(", ", names) + ".");
  }

  /** What the file says itself, else what was found out. */
  private Map<String, Object> config() {
    boolean own = source.config().containsKey("TRAIN");
    return own ? source.config() : StatedConfig.of(model.config(), targetStated);
  }

  private Map<String, TensorData> foreign() {
    leaveOutState();
    ForeignNames names = ForeignNames.of(layout.scheme(), model.tensors());
    long cut = names.rows().stream().filter(row -> row.making() == Making.JOINED).count();
    if (cut > 0) {
      remarks.add("%d tensors are cut into the parts that this layout has.".formatted(cut));
    }
    List<String> others =
        names.unmapped().stream().filter(name -> !model.buffers().contains(name)).toList();
    int buffers = names.unmapped().size() - others.size();
    if (buffers > 0) {
      remarks.add("%d buffers are left out, as that program computes them.".formatted(buffers));
    }
    if (!others.isEmpty()) {
      remarks.add(
          "This layout has no place for %d tensors:%s."
              .formatted(others.size(), OfficialModel.listed("", others)));
    }
    return names.tensors();
  }

  private Map<String, Object> mmPretrain() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("state_dict", foreign());
    tree.put(CONFIG, config());
    if (!source.training().classes().isEmpty()) {
      tree.put(CLASSES, source.training().classes());
    }
    return tree;
  }

  private void leaveOutState() {
    Map<String, Object> entries = new LinkedHashMap<>(source.entries());
    entries.keySet().removeAll(List.of(CONFIG, CLASSES, "config.json"));
    leaveOut(entries, "");
  }

  private void safetensors(Path out, Map<String, TensorData> tensors) throws CheckpointException {
    if (layout == Layout.SAFETENSORS) {
      leaveOutState();
    }
    Map<String, Object> own = new LinkedHashMap<>();
    own.put(CONFIG, config());
    if (!source.training().classes().isEmpty()) {
      own.put(CLASSES, source.training().classes());
    }
    Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
    Map<String, String> texts =
        Map.of("format", "pt", CheckpointFile.OWN_METADATA, gson.toJson(own));
    file(out, channel -> SafetensorsWriter.write(channel, tensors, texts));
  }

  private void torch(Path out, Map<String, Object> tree) throws CheckpointException {
    file(out, channel -> TorchFile.write(Channels.newOutputStream(channel), tree));
  }

  private void file(Path out, AtomicFile.WriterCallback content) throws CheckpointException {
    try {
      AtomicFile.write(
          out,
          channel -> {
            content.writeTo(channel);
            requireUnchanged();
          });
    } catch (IOException e) {
      throw unwritable(out, e);
    }
  }

  // Before the result gets its name.
  private void requireUnchanged() {
    try {
      source.requireUnchanged();
    } catch (CheckpointException e) {
      throw new UncheckedIOException(new IOException(e.getMessage(), e));
    }
  }

  private static CheckpointException unwritable(Path out, IOException e) {
    return new CheckpointException(
        "'%s' could not be written (%s); make room on the disk or choose another folder."
            .formatted(out, e.getMessage()),
        e);
  }
}
