package io.simmim.core.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What can become of a configuration file that people, editors and disks had in hand. */
enum ConfigMutation {
  BYTES {
    @Override
    byte[] of(String text, Random random) {
      byte[] bytes = utf8(text);
      for (int n = 1 + random.nextInt(20); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
  },

  LINES {
    @Override
    byte[] of(String text, Random random) {
      List<String> lines = lines(text);
      for (int n = 1 + random.nextInt(4); n > 0 && lines.size() > 1; n--) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
          case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
          case 3 -> lines.set(at, " ".repeat(1 + random.nextInt(5)) + lines.get(at));
          default -> lines.set(at, lines.get(at).strip());
        }
      }
      return utf8(String.join("\n", lines));
    }
  },

  KEYS {
    @Override
    byte[] of(String text, Random random) {
      return withLine(text, random, (key, value) -> pick(random, key(key, random)) + ":" + value);
    }

    private List<String> key(String key, Random random) {
      return List.of(
          key.toLowerCase(Locale.ROOT),
          key + "S",
          key.substring(0, random.nextInt(key.length())),
          "DATA." + key,
          "? " + key,
          "\"" + key + "\\0\"",
          "!!str " + key,
          "&x " + key,
          "[" + key + "]",
          "{" + key + ": 1}",
          "<<",
          "null",
          key + ": 1\n" + key,
          "\"" + "K".repeat(random.nextInt(3000)) + "\"");
    }
  },

  VALUES {
    @Override
    byte[] of(String text, Random random) {
      return withLine(text, random, (key, value) -> key + ": " + pick(random, OTHER_VALUES));
    }
  },

  NUMBERS {
    @Override
    byte[] of(String text, Random random) {
      return withLine(text, random, (key, value) -> key + ": " + number(random));
    }

    private String number(Random random) {
      String digits = "9".repeat(1 + random.nextInt(400));
      return pick(
          random,
          List.of(
              digits,
              "-" + digits,
              "1e" + digits,
              "0." + "0".repeat(random.nextInt(400)) + "1",
              "0x" + "f".repeat(1 + random.nextInt(40)),
              "[" + digits + "]",
              "0o17",
              "1_0_0",
              "190:20:30",
              ".inf",
              "-.inf",
              ".nan",
              "NaN",
              "2147483648",
              "9223372036854775807",
              "-9223372036854775808",
              "1e308",
              "4.9e-324",
              "1e-400"));
    }
  },

  NESTING {
    @Override
    byte[] of(String text, Random random) {
      int depth = 1 + random.nextInt(random.nextBoolean() ? 30 : 30_000);
      return utf8(
          pick(
              random,
              List.of(
                  text + "\nMODEL: " + "[".repeat(depth),
                  text + "\nMODEL: " + "{a: ".repeat(depth / 4 + 1),
                  "[".repeat(depth) + "]".repeat(depth) + ": 1\n" + text,
                  "- ".repeat(depth),
                  "? ".repeat(depth),
                  "TRAIN: " + "[".repeat(depth) + "]".repeat(depth),
                  steps(Math.min(depth, 400)))));
    }

    private String steps(int depth) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < depth; i++) {
        text.append(" ".repeat(i)).append("MODEL:\n");
      }
      return text.toString();
    }
  },

  ALIASES {
    @Override
    byte[] of(String text, Random random) {
      return utf8(
          pick(
              random,
              List.of(
                  laughs(2 + random.nextInt(30), 2 + random.nextInt(12), false) + text,
                  laughs(2 + random.nextInt(30), 2 + random.nextInt(12), true) + text,
                  text + "\nAUG: &a [*a]\n",
                  text + "\nMODEL: &a {SWIN: *a}\n",
                  text + "\nMODEL: &a {MODEL: *a, SWIN: *a, VIT: *a, SIMMIM: *a}\n",
                  "&a {MODEL: *a}\n",
                  text + "\nTAG: *nothing\n",
                  "A: &a {TAG: x}\n<<: *a\n" + text,
                  "? &k TAG\n: one\n? *k\n: two\n",
                  "TAG: &t text\nOUTPUT: *t\nDATA: {DATA_PATH: *t}\n")));
    }

    private String laughs(int levels, int each, boolean mappings) {
      StringBuilder text = new StringBuilder("L0: &l0 lol\n");
      for (int i = 1; i < levels; i++) {
        List<String> parts = new ArrayList<>();
        for (int j = 0; j < each; j++) {
          parts.add((mappings ? "k" + j + ": " : "") + "*l" + (i - 1));
        }
        String list = String.join(", ", parts);
        text.append("L").append(i).append(": &l").append(i);
        text.append(mappings ? " {" + list + "}\n" : " [" + list + "]\n");
      }
      return text.toString();
    }
  },

  TAGS {
    @Override
    byte[] of(String text, Random random) {
      String tag = pick(random, TaggedObjects.TEXTS);
      return switch (random.nextInt(4)) {
        case 0 -> utf8(tag + "\n");
        case 1 -> utf8("? " + tag + "\n: 1\n" + text);
        case 2 -> utf8("%TAG ! tag:yaml.org,2002:\n---\nTAG: " + tag + "\n");
        default -> withLine(text, random, (key, value) -> key + ": " + tag);
      };
    }
  },

  ENCODINGS {
    @Override
    byte[] of(String text, Random random) {
      return switch (random.nextInt(8)) {
        case 0 -> utf8("\uFEFF" + text);
        case 1 -> utf8(text.replace("\n", "\r\n"));
        case 2 -> utf8(text.replace("\n", "\r"));
        case 3 -> utf8("\uFEFF" + text.replace("\n", "\r\n").replace("  ", "\t"));
        case 4 -> text.getBytes(StandardCharsets.UTF_16);
        case 5 -> text.getBytes(StandardCharsets.UTF_16LE);
        case 6 -> utf8(text.replace("\n", "\u2028"));
        default -> utf8(text.replace(": ", ":\u00a0"));
      };
    }
  },

  /** Nothing of the configuration is left. */
  OTHER_FILES {
    @Override
    byte[] of(String text, Random random) {
      return switch (random.nextInt(8)) {
        case 0 -> new byte[0];
        case 1 -> utf8(pick(random, List.of("\n", "# nothing\n", "---\n", "--- \n...\n", "   ")));
        case 2 -> new byte[random.nextInt(5000)];
        case 3 -> randomBytes(random);
        case 4 -> utf8("<html><body>404: " + text + "</body></html>");
        case 5 -> utf8("{\"MODEL\": {\"TYPE\": \"swin\"}, \"DATA\": null}");
        case 6 -> utf8(text + "\n---\n" + text);
        default -> utf8("\u0089PNG\r\n\u001a\n" + "\0".repeat(random.nextInt(100)));
      };
    }

    private byte[] randomBytes(Random random) {
      byte[] bytes = new byte[random.nextInt(5000)];
      random.nextBytes(bytes);
      return bytes;
    }
  },

  LENGTH {
    @Override
    byte[] of(String text, Random random) {
      int length = random.nextInt(random.nextInt(10) == 0 ? 3_000_000 : 90_000);
      String letters = "x".repeat(length);
      return utf8(
          pick(
              random,
              List.of(
                  "# " + letters + "\n" + text,
                  text + "\nTAG: " + letters + "\n",
                  text + "\nTAG: \"" + letters,
                  text + "\n? " + letters + "\n: 1\n",
                  text + "\n" + letters + "\n",
                  text + "\n" + "\n".repeat(length),
                  text + "\nMODEL.NAMES: [" + "1,".repeat(length / 2) + "1]\n",
                  text + "\nDATA: {IMG_SIZE: [" + "1,".repeat(length / 2) + "1]}\n",
                  unknownKeys(length) + text,
                  " ".repeat(length) + text)));
    }

    private String unknownKeys(int length) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; text.length() < length; i++) {
        text.append('K').append(i).append(":\n");
      }
      return text.toString();
    }
  },

  TWICE {
    @Override
    byte[] of(String text, Random random) {
      return switch (random.nextInt(3)) {
        case 0 -> utf8(text + "\n" + text);
        case 1 -> withLine(text, random, (key, value) -> key + ":" + value + "\n" + key + ": 1");
        default -> utf8(text + "\nTAG: a\nTAG: b\n");
      };
    }
  },

  /** See {@link ConfigFuzz}, which makes the files that are named. */
  BASES {
    @Override
    byte[] of(String text, Random random) {
      return utf8("BASE: " + pick(random, ConfigFuzz.BASES) + "\n" + text);
    }
  };

  private static final List<String> OTHER_VALUES =
      List.of(
          "",
          "~",
          "null",
          "[]",
          "{}",
          "[[1]]",
          "[1, [2]]",
          "{a: 1}",
          "text",
          "'12'",
          "\"tab\\tnewline\\n\"",
          "true",
          "yes",
          "2001-01-01",
          "2001-01-01T00:00:00Z",
          "[true, null]",
          "[1, 2, 3]",
          "[0.1, x]",
          "-1",
          "0",
          "1.5",
          "|\n    block\n    text",
          ">-\n    folded",
          "@at",
          "`tick`",
          "%percent",
          "../../etc/passwd",
          "\"\\0\"",
          "😀",
          "\"\\uD83D\"");

  /** The file's content. */
  abstract byte[] of(String text, Random random);

  private interface Line {
    String of(String key, String value);
  }

  private static byte[] withLine(String text, Random random, Line change) {
    List<String> lines = lines(text);
    for (int tries = 0; tries < 50; tries++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int colon = line.indexOf(':');
      String key = colon < 0 ? "" : line.substring(0, colon).strip();
      if (!key.isEmpty() && !key.startsWith("#")) {
        String indent = line.substring(0, line.indexOf(key));
        lines.set(
            at,
            indent
                + change
                    .of(key, line.substring(colon + 1))
                    .replace("\n" + key, "\n" + indent + key));
        break;
      }
    }
    return utf8(String.join("\n", lines));
  }

  private static List<String> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }

  private static <T> T pick(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
