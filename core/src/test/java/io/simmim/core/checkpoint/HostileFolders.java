package io.simmim.core.checkpoint;

import io.simmim.core.checkpoint.HostileCorpus.Case;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folders in the layout of Hugging Face, and key maps, that lie. */
final class HostileFolders {

  private static final String FAMILY = "Hugging Face folder";
  private static final String LAYER = "swin.encoder.layers.0.blocks.0.";
  private static final int MANY = 4 << 20;

  private final byte[] weights;
  private final List<Case> all = new ArrayList<>();

  private HostileFolders(byte[] weights) {
    this.weights = weights;
  }

  /** {@code honest} is a sound file to lie about. */
  static List<Case> all(Path honest) throws Exception {
    HostileFolders folders = new HostileFolders(Files.readAllBytes(honest));
    folders.configs();
    folders.indexes();
    folders.keyMaps();
    return folders.all;
  }

  private void config(String name, String json) {
    Map<String, byte[]> files =
        Map.of("config.json", json.getBytes(StandardCharsets.UTF_8), "pytorch_model.bin", weights);
    all.add(new Case(FAMILY, name, files, ""));
    all.add(new Case(FAMILY, name + ", by its file", files, "pytorch_model.bin"));
  }

  private void configs() {
    config("no JSON", "nothing");
    config("a list", "[]");
    config("deep lists", "[".repeat(MANY));
    config("deep objects", "{\"a\":".repeat(MANY / 5));
    config("many lists", "{\"a\":[" + "[],".repeat(MANY) + "[]]}");
    config("lists up to the limit", "{\"a\":[" + "[],".repeat(MANY / 3 - 9) + "[]]}");
    config("objects up to the limit", "{\"a\":[" + "{},".repeat(MANY / 3 - 9) + "{}]}");
    config("many objects", "{\"a\":[" + "{},".repeat(MANY) + "{}]}");
    config("many classes", "{\"model_type\":\"swin\",\"id2label\":{" + labels() + "}}");
    config("infinite", "{\"model_type\":\"swin\",\"depths\":[1e999,NaN]}");
    for (String large :
        List.of("-1", "0", "1e300", "2147483647", "9223372036854775807", "1e99999999")) {
      for (String key :
          List.of("embed_dim", "image_size", "window_size", "patch_size", "mlp_ratio")) {
        config(key + " " + large, "{\"model_type\":\"swin\",\"" + key + "\":" + large + "}");
      }
      String lists = "\"depths\":[%s,%s],\"num_heads\":[%s,%s]".replace("%s", large);
      config("depths " + large, "{\"model_type\":\"swinv2\"," + lists + "}");
      config("layers " + large, "{\"model_type\":\"beit\",\"num_hidden_layers\":" + large + "}");
    }
    config(
        "own lies",
        "{\"model_type\":\"swin\",\"simmim_config\":{\"MODEL\":{\"TYPE\":\"vit\",\"VIT\":{\"DEPTH\":2147483647}}}}");
  }

  private static String labels() {
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < 300_000; i++) {
      labels.append('"').append(i).append("\":\"c").append(i).append("\",");
    }
    return labels.append("\"x\":\"y\"").toString();
  }

  private void index(String name, String json) {
    Map<String, byte[]> files =
        Map.of(
            "pytorch_model.bin.index.json",
            json.getBytes(StandardCharsets.UTF_8),
            "a.bin",
            weights,
            "b.bin",
            weights);
    all.add(new Case(FAMILY, name, files, ""));
  }

  private void indexes() {
    for (String outside :
        List.of(
            "../x.pth",
            "/etc/passwd",
            "..",
            ".",
            "",
            "..\\\\x",
            "a.bin/../../x",
            "\\u0000",
            "a\\nb",
            "\\ud800",
            "x".repeat(5000))) {
      index("part " + outside, "{\"weight_map\":{\"a\":\"" + outside + "\"}}");
    }
    index("names twice", "{\"weight_map\":{\"a\":\"a.bin\",\"b\":\"b.bin\"}}");
    index("no map", "{\"weight_map\":[\"a.bin\"]}");
    index("no texts", "{\"weight_map\":{\"a\":{\"b\":\"a.bin\"},\"c\":7,\"d\":null}}");
    index("itself", "{\"weight_map\":{\"a\":\"pytorch_model.bin.index.json\"}}");
    index("many parts", "{\"weight_map\":{" + labels() + "}}");
  }

  private void keyMap(String name, Map<String, TensorData> tensors) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TorchFile.write(out, Map.of("model", tensors));
    all.add(Case.file("key map", name, out.toByteArray()));
  }

  private static TensorData empty(long... shape) {
    List<Long> sizes = new ArrayList<>(List.of(0L));
    for (long size : shape) {
      sizes.add(size);
    }
    return new TensorData(ScalarType.FLOAT32, sizes, ByteBuffer.allocate(0));
  }

  private void keyMaps() throws Exception {
    String patch = "swin.embeddings.patch_embeddings.projection.weight";
    String self = LAYER + "attention.self.";
    for (long size : new long[] {0, 1, 3, 1L << 31, 1L << 62}) {
      Map<String, TensorData> tensors = new LinkedHashMap<>();
      tensors.put(patch, empty(size, size, size));
      tensors.put(self + "query.weight", empty(size));
      keyMap("q without k, " + size, tensors);
      tensors.put(self + "key.weight", empty(size, size));
      tensors.put(self + "value.weight", TensorData.scalar(1));
      tensors.put(self + "query.bias", empty());
      tensors.put("swin.encoder.layers.0.downsample.reduction.weight", empty(size));
      tensors.put("swin.encoder.layers.99999999999999999999.blocks.0.x", empty(size));
      tensors.put("swin.encoder.layers.-1.blocks.2147483648.layernorm_before.weight", empty(size));
      keyMap("parts of other shapes, " + size, tensors);
    }
    Map<String, TensorData> both = new LinkedHashMap<>();
    both.put(patch, TensorData.scalar(1));
    both.put("encoder.patch_embed.proj.weight", TensorData.scalar(1));
    both.put("module.encoder.patch_embed.proj.weight", TensorData.scalar(2));
    both.put("backbone.patch_embed.projection.weight", TensorData.scalar(3));
    keyMap("one tensor by four names", both);
  }
}
