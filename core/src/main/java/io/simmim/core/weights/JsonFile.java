package io.simmim.core.weights;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.ToNumberPolicy;
import io.simmim.core.fault.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON objects as maps, with whole numbers as Long and others as Double. */
final class JsonFile {

  /** Several times any real one; {@code []} becomes a hundred bytes of memory. */
  private static final int MAX_LENGTH = 4 << 20;

  private JsonFile() {}

  /**
   * Reads a file that must hold one object.
   *
   * @throws CheckpointException when it cannot be read or is no such file
   */
  static Map<String, Object> read(Path file) throws CheckpointException {
    try {
      Optional<Map<String, Object>> tree =
          Files.size(file) > MAX_LENGTH ? Optional.empty() : parse(Files.readString(file));
      return tree.orElseThrow(
          () -> new CheckpointException("'" + file + "' is no JSON object; download it again."));
    } catch (IOException e) {
      throw new CheckpointException("'" + file + "' cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** The object in a text; empty when there is none. */
  static Optional<Map<String, Object>> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      return gson().fromJson(text, Object.class) instanceof Map<?, ?> map
          ? Optional.of(byText(map))
          : Optional.empty();
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> byText(Map<?, ?> map) {
    Map<String, Object> tree = new LinkedHashMap<>();
    map.forEach((key, value) -> tree.put(String.valueOf(key), value));
    return tree;
  }

  private static Gson gson() {
    return new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();
  }
}
