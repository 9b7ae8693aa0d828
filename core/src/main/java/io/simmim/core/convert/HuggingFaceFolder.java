package io.simmim.core.convert;

import com.google.gson.GsonBuilder;
import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.Normalization;
import io.simmim.core.run.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in a folder that {@code from_pretrained} of the transformers library opens. */
final class HuggingFaceFolder {

  /** Names of its files. */
  static final List<String> FILES =
      List.of("config.json", "preprocessor_config.json", "model.safetensors");

  private static final int BICUBIC = 3; // Pillow's number

  private final OfficialModel model;
  private final List<String> classes;
  private final Map<String, Object> config;

  HuggingFaceFolder(OfficialModel model, List<String> classes, Map<String, Object> config) {
    this.config = config;
    this.model = model;
    this.classes = classes;
  }

  /** Writes its three files. */
  void write(Path folder, Map<String, TensorData> weights) throws IOException, DataException {
    AtomicFile.writeString(
        folder.resolve(FILES.get(0)), json(new HuggingFaceJson(model, classes, config).tree()));
    AtomicFile.writeString(folder.resolve(FILES.get(1)), json(preprocessor()));
    AtomicFile.write(
        folder.resolve(FILES.get(2)),
        channel -> SafetensorsWriter.write(channel, weights, Map.of("format", "pt")));
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

  private static String json(Map<String, Object> tree) {
    return new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(tree)
        + "\n";
  }
}
