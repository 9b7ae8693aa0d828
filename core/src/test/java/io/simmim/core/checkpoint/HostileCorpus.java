package io.simmim.core.checkpoint;

import io.simmim.core.testing.Golden;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Every kind of file that means harm, one after the other. */
final class HostileCorpus {

  private static final Path REAL = Path.of("src/test/resources/torch");
  private static final List<String> REAL_FILES =
      List.of("zip5.pth", "legacy5.pth", "zip2.pth", "legacy2.pth", "all.safetensors");
  private static final byte[] STORAGE = new byte[400];

  private final Path scratch;
  private final Consumer<Case> consumer;

  /**
   * One attack.
   *
   * @param files content by name, all in one folder
   * @param opened which of them is opened; empty for the folder itself
   */
  record Case(String family, String name, Map<String, byte[]> files, String opened) {
    static Case file(String family, String name, byte[] content) {
      return new Case(family, name, Map.of("x.pth", content), "x.pth");
    }

    long bytes() {
      return files.values().stream().mapToLong(content -> content.length).sum();
    }
  }

  private HostileCorpus(Path scratch, Consumer<Case> consumer) {
    this.scratch = scratch;
    this.consumer = consumer;
  }

  /** Hands over every case, one in memory at a time; {@code scratch} is an empty folder. */
  static void forEach(Path scratch, Consumer<Case> consumer) throws Exception {
    HostileCorpus corpus = new HostileCorpus(scratch, consumer);
    corpus.pickles();
    corpus.tensors();
    HostileArchives.all()
        .forEach((name, bytes) -> consumer.accept(Case.file("zip archive", name, bytes)));
    corpus.headers();
    corpus.configurations();
    HostileFolders.all(Golden.path("B_traj_vit_accum/init.pth")).forEach(consumer);
    corpus.truncations();
    corpus.flips();
  }

  private void add(String family, String name, byte[] content) {
    consumer.accept(Case.file(family, name, content));
  }

  private byte[] archive(byte[] pickle, byte[] storage) throws Exception {
    Path file = scratch.resolve("made.pth");
    byte[] bytes = Files.readAllBytes(PickleBytes.archive(file, pickle, storage));
    Files.delete(file);
    return bytes;
  }

  private void pickles() throws Exception {
    for (Map.Entry<String, PickleBytes> named : HostileCorpusTest.pickles().toList()) {
      byte[] pickle = named.getValue().stop();
      add("pickle, zip", named.getKey(), archive(pickle, STORAGE));
      add("pickle, legacy", named.getKey(), LegacyBytes.file(pickle, 100, STORAGE));
    }
  }

  private void tensors() throws Exception {
    for (long[][] lie : HostileCorpusTest.TENSOR_LIES) {
      byte[] pickle = new PickleBytes().tensor(100, lie[0][0], lie[1], lie[2]).stop();
      add("tensor", Arrays.deepToString(lie), archive(pickle, STORAGE));
      add("tensor", Arrays.deepToString(lie), LegacyBytes.file(pickle, 100, STORAGE));
    }
    for (long count : new long[] {101, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] pickle = new PickleBytes().tensor(count, 0, new long[] {1}, new long[] {1}).stop();
      add("tensor", "a storage of " + count, archive(pickle, STORAGE));
      add("tensor", "a storage of " + count, LegacyBytes.file(pickle, count, STORAGE));
    }
  }

  private void headers() {
    String good = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    for (String header :
        List.of(
            "{" + good + "," + good + "}",
            "{" + good.replace("[2]", "[3]") + "}",
            "{" + good.replace("[0,8]", "[4,12]") + "}",
            "{" + good.replace("[0,8]", "[0,4]") + "}",
            "{" + good.replace("[0,8]", "[8,0]") + "}",
            "{" + good.replace("[2]", "[-2]") + "}",
            "{" + good.replace("[2]", "[4294967296,4294967296]") + "}",
            "{" + good.replace("[2]", "[999999999999999999,999999999999999999,0]") + "}",
            "{" + good.replace("F32", "F8_E4M3") + "}",
            "{" + good + "," + good.replace("\"a\"", "\"b\"") + "}",
            "{" + good,
            "{}",
            "{\"__metadata__\":{\"simmim\":\"" + "[[],".repeat(500_000) + "\"}," + good + "}",
            "{\"__metadata__\":{\"simmim\":\"{" + "\\\"a\\\":{".repeat(9) + "\"}," + good + "}",
            "{\"a\":" + "[".repeat(1_000_000) + "}",
            "{" + "\"a\":{},".repeat(200_000) + good + "}")) {
      add("safetensors", header.substring(0, Math.min(60, header.length())), with(header));
    }
    for (long length : new long[] {-1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, 100_000_001}) {
      add("safetensors", "a header of " + length, with("{" + good + "}", length));
    }
  }

  private static byte[] with(String header) {
    return with(header, header.getBytes(StandardCharsets.UTF_8).length);
  }

  private static byte[] with(String header, long length) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return file.putLong(length).put(text).array();
  }

  /** A real model beside a configuration that cannot be true. */
  private void configurations() throws Exception {
    Object weights = ((Map<?, ?>) SavedFile.read(model()).root()).get("model");
    for (long large : new long[] {-1, 0, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      for (String key : List.of("DEPTH", "EMBED_DIM", "NUM_HEADS", "PATCH_SIZE", "IN_CHANS")) {
        Map<String, Object> vit = Map.of("TYPE", "vit", "VIT", Map.of(key, large));
        add("configuration", key + " " + large, saved(weights, vit, 48));
      }
      List<Long> list = List.of(large, large);
      Map<String, Object> swin =
          Map.of("TYPE", "swin", "SWIN", Map.of("DEPTHS", list, "NUM_HEADS", list));
      add("configuration", "DEPTHS " + large, saved(weights, swin, 48));
      Map<String, Object> image = Map.of("TYPE", "vit");
      add("configuration", "IMG_SIZE " + large, saved(weights, image, large));
    }
  }

  private static Path model() {
    return Golden.path("B_traj_vit_accum/init.pth");
  }

  private static byte[] saved(Object weights, Map<String, Object> model, long imgSize)
      throws Exception {
    Map<String, Object> config = Map.of("MODEL", model, "DATA", Map.of("IMG_SIZE", imgSize));
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("model", weights);
    root.put("config", config);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TorchFile.write(out, root);
    return out.toByteArray();
  }

  private void truncations() throws Exception {
    for (String name : REAL_FILES) {
      byte[] whole = Files.readAllBytes(REAL.resolve(name));
      for (int i = 0; i < 64; i++) {
        add("truncated", name + " at " + i, Arrays.copyOf(whole, whole.length * i / 64));
      }
      add("truncated", name + " by one", Arrays.copyOf(whole, whole.length - 1));
    }
  }

  private void flips() throws Exception {
    for (String name : List.of("zip5.pth", "legacy5.pth", "all.safetensors")) {
      byte[] whole = Files.readAllBytes(REAL.resolve(name));
      SplittableRandom random = new SplittableRandom(20260103);
      for (int i = 0; i < 1000; i++) {
        byte[] flipped = whole.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        add("flipped bit", name + " " + i, flipped);
      }
    }
  }
}
