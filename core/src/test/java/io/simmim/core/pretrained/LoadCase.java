package io.simmim.core.pretrained;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.simmim.core.checkpoint.ScalarType;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.config.ModelType;
import io.simmim.core.fault.CheckpointException;
import io.simmim.core.pretrained.PretrainedWeights.Plan;
import io.simmim.core.testing.Golden;
import io.simmim.core.weights.CheckpointFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A golden {@code D_load_*} case: what the official {@code load_pretrained} made of a file. */
record LoadCase(String name, JsonObject json, Map<String, Object> saved) {

  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

  static LoadCase of(String name) throws CheckpointException {
    JsonObject json = Golden.json(name + "/case.json");
    Path folder = Golden.path(name + "/case.json").getParent();
    Path file = folder.resolve(json.get("pretrained").getAsString()).normalize();
    return new LoadCase(name, json, CheckpointFile.open(file).training().model());
  }

  TargetModel target() {
    Map<String, TargetModel.Tensor> tensors = new LinkedHashMap<>();
    json.getAsJsonObject("parameter_shapes")
        .asMap()
        .forEach((key, shape) -> tensors.put(key, tensor(shape, ScalarType.FLOAT32, false)));
    json.getAsJsonObject("buffer_shapes")
        .asMap()
        .forEach((key, shape) -> tensors.put(key, tensor(shape, bufferType(key), true)));
    return new TargetModel(name.contains("vit") ? ModelType.VIT : ModelType.SWIN, tensors);
  }

  private static ScalarType bufferType(String name) {
    return name.endsWith("index") ? ScalarType.INT64 : ScalarType.FLOAT32;
  }

  private static TargetModel.Tensor tensor(JsonElement shape, ScalarType type, boolean buffer) {
    List<Long> sides =
        shape.getAsJsonArray().asList().stream().map(JsonElement::getAsLong).toList();
    return new TargetModel.Tensor(sides, type, buffer);
  }

  Plan plan() throws CheckpointException {
    return PretrainedWeights.plan(saved, name, target(), false);
  }

  Set<String> names(String key) {
    return json.getAsJsonArray(key).asList().stream()
        .map(JsonElement::getAsString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The tensor that a parameter equals bit by bit, under the name that the file gives it. */
  TensorData original(String parameter) {
    return (TensorData)
        List.of(parameter, "encoder." + parameter, "encoder." + parameter.replace("cpb", "rpe"))
            .stream()
            .map(saved::get)
            .flatMap(value -> Optional.ofNullable(value).stream())
            .findFirst()
            .orElseThrow();
  }

  /** The list {@code missing_keys} or {@code unexpected_keys} of PyTorch's answer. */
  Set<String> incompatible(String list) {
    String line =
        json.getAsJsonArray("log_lines").asList().stream()
            .map(JsonElement::getAsString)
            .filter(text -> text.startsWith("_IncompatibleKeys"))
            .findFirst()
            .orElseThrow();
    String part = line.substring(line.indexOf(list));
    return QUOTED
        .matcher(part.substring(0, part.indexOf(']')))
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
