package io.simmim.core.convert;

import com.google.gson.GsonBuilder;
import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.fault.DataException;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.image.Normalization;
import io.simmim.core.run.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder that {@code from_pretrained} of the transformers library opens. */
final class HuggingFaceFolder {

  private static final int BICUBIC = 3; // Pillow's number

  private final OfficialModel model;
  private final List<String> classes;

  HuggingFaceFolder(OfficialModel model, List<String> classes) {
    this.model = model;
    this.classes = classes;
  }

  /** Writes its three files, each whole or not at all, the weights last. */
  void write(Path folder, Map<String, TensorData> weights) throws SimMimException {
    json(folder.resolve("config.json"), new HuggingFaceJson(model, classes).tree());
    json(folder.resolve("preprocessor_config.json"), preprocessor());
    SafetensorsWriter.write(folder.resolve("model.safetensors"), weights, Map.of("format", "pt"));
  }

  private Map<String, Object> preprocessor() throws DataException {
    int size = model.config().data().imgSize();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("image_processor_type", "ViTImageProcessor");
    tree.put("do_resize", true);
    tree.put("size", Map.of("height", size, "width", size));
    tree.put("resample", BICUBIC);
    tree.put("do_rescale", true);
    tree.put("rescale_factor", 1 / 255.0);
    tree.put("do_normalize", true);
    Normalization normalization = Normalization.forChannels(model.config().model().inChans());
    tree.put("image_mean", normalization.mean());
    tree.put("image_std", normalization.std());
    return tree;
  }

  private static void json(Path file, Map<String, Object> tree) throws CheckpointException {
    String text =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(tree);
    try {
      AtomicFile.writeString(file, text + "\n");
    } catch (IOException e) {
      throw new CheckpointException(
          "'%s' could not be written (%s); make room on the disk or choose another folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
