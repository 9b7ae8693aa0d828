package io.simmim.core.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON at the beginning of a safetensors file.
 *
 * @param entries where each tensor lies, by name, in the order of the header
 * @param metadata what stands under {@code __metadata__}
 */
record SafetensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";
  private static final int MAX_ENTRIES = 100_000;
  private static final int MAX_DIMENSIONS = 64;

  /**
   * A tensor's place.
   *
   * @param begin first byte, counted from the end of the header
   * @param end the byte after the last
   */
  record Entry(ScalarType type, List<Long> shape, long begin, long end) {}

  /** Parses strictly; a name that stands twice is refused. */
  static SafetensorsHeader parse(Reader text) throws IOException, FormatException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    boolean described = false;
    JsonReader json = new JsonReader(text);
    json.setStrictness(Strictness.STRICT);
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (entries.containsKey(name) || (described && name.equals(METADATA))) {
        throw new FormatException("its header names " + name + " twice");
      }
      if (name.equals(METADATA)) {
        described = true;
        metadata.putAll(metadata(json));
      } else if (entries.size() == MAX_ENTRIES) {
        throw new FormatException("its header names more than " + MAX_ENTRIES + " tensors");
      } else {
        entries.put(name, entry(json, name));
      }
    }
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new FormatException("its header goes on after its end");
    }
    return new SafetensorsHeader(entries, metadata);
  }

  private static Map<String, String> metadata(JsonReader json) throws IOException, FormatException {
    Map<String, String> metadata = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      if (json.peek() != JsonToken.STRING || metadata.size() == MAX_ENTRIES) {
        throw new FormatException("its header describes " + key + " with something else than text");
      }
      if (metadata.put(key, json.nextString()) != null) {
        throw new FormatException("its header describes " + key + " twice");
      }
    }
    json.endObject();
    return metadata;
  }

  private static Entry entry(JsonReader json, String name) throws IOException, FormatException {
    ScalarType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    json.beginObject();
    for (int i = 0; json.hasNext(); i++) {
      String key = json.nextName();
      if (i == 3) {
        throw new FormatException("its tensor " + name + " has more than three properties");
      }
      switch (key) {
        case "dtype" -> type = type(json, name);
        case "shape" -> shape = numbers(json, name);
        case "data_offsets" -> offsets = numbers(json, name);
        default -> throw new FormatException("its tensor " + name + " has a property " + key);
      }
    }
    json.endObject();
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new FormatException("its tensor " + name + " lacks dtype, shape or data_offsets");
    }
    return new Entry(type, shape, offsets.get(0), offsets.get(1));
  }

  private static ScalarType type(JsonReader json, String name) throws IOException, FormatException {
    String type = json.peek() == JsonToken.STRING ? json.nextString() : "not given as text";
    return ScalarType.ofSafetensorsName(type)
        .orElseThrow(
            () ->
                FormatException.unusable(
                    "its tensor "
                        + name
                        + " has values of type "
                        + type
                        + "; save it with one of float, half, bfloat16, double or integers"));
  }

  private static List<Long> numbers(JsonReader json, String name)
      throws IOException, FormatException {
    List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      // nextLong takes texts and fractions too.
      String digits = json.peek() == JsonToken.NUMBER ? json.nextString() : "";
      if (!digits.matches("[0-9]{1,18}") || numbers.size() == MAX_DIMENSIONS) {
        throw new FormatException("its tensor " + name + " has a size or offset out of range");
      }
      numbers.add(Long.valueOf(digits));
    }
    json.endArray();
    return numbers;
  }
}
