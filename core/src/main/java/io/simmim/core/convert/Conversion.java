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

/**
 * A checkpoint in another layout. Values of tensors are not changed; what a layout has no place for
 * is left out and named.
 */
public final class Conversion {

  private static final String MODEL = "model";
  private static final String CONFIG = "config";
  private static final String CLASSES = "classes";

  private final CheckpointFile source;
  private final OfficialModel model;
  private final Layout layout;
  private final List<String> remarks = new ArrayList<>();

  private Conversion(CheckpointFile source, OfficialModel model, Layout layout) {
    this.source = source;
    this.model = model;
    this.layout = layout;
    remarks.addAll(source.remarks());
    if (!model.computed().isEmpty()) {
      remarks.add(
          "%d buffers that the file lacks are computed as the model does."
              .formatted(model.computed().size()));
    }
  }

  /**
   * Looks at what is to be converted.
   *
   * @param config of the model in the file
   * @param allowPartial whether learned tensors may be missing
   * @throws CheckpointException when the file is not the whole of a model known here
   */
  public static Conversion of(
      Inspection file, ExperimentConfig config, Layout layout, boolean allowPartial)
      throws CheckpointException {
    return new Conversion(file.file(), OfficialModel.of(file, config, allowPartial), layout);
  }

  /**
   * Writes the result, each file whole or not at all.
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
        case HF -> {
          new HuggingFaceFolder(model, source.training().classes()).write(out, foreign());
          remarks.addAll(HuggingFaceLimits.of(model));
        }
        case TIMM -> safetensors(out, foreign());
        case MMPRETRAIN -> torch(out, mmPretrain());
        case SAFETENSORS -> safetensors(out, model.tensors());
      }
    } catch (UncheckedIOException e) {
      throw TensorBytes.refusal(e);
    }
    source.requireUnchanged();
    return List.copyOf(remarks);
  }

  private Map<String, Object> official() {
    Map<String, Object> entries = new LinkedHashMap<>(source.entries());
    entries.remove(source.weightsEntry());
    entries.remove("config.json");
    entries.remove(CONFIG);
    if (source.official().scheme() != NameScheme.OFFICIAL) {
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

  // A training of another program numbers its parameters otherwise.
  private void leaveOut(Map<String, Object> entries, String kept) {
    List<String> others = entries.keySet().stream().filter(name -> !name.equals(kept)).toList();
    entries.keySet().removeAll(others);
    if (!others.isEmpty()) {
      remarks.add("Left out: " + String.join(", ", others) + ".");
    }
  }

  /** What the file says itself, else what was found out. */
  private Map<String, Object> config() {
    boolean own = source.config().containsKey("TRAIN");
    return own ? source.config() : model.config().values().toNested();
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
    SafetensorsWriter.write(
        out, tensors, Map.of("format", "pt", CheckpointFile.OWN_METADATA, gson.toJson(own)));
  }

  private static void torch(Path out, Map<String, Object> tree) throws CheckpointException {
    try {
      AtomicFile.write(out, channel -> TorchFile.write(Channels.newOutputStream(channel), tree));
    } catch (IOException e) {
      throw new CheckpointException(
          "Checkpoint '%s' could not be written (%s); make room on the disk or choose another folder."
              .formatted(out, e.getMessage()),
          e);
    }
  }
}
