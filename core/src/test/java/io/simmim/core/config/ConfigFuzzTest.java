package io.simmim.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("fault")
@ExtendWith(Faults.class)
class ConfigFuzzTest {

  @TempDir private Path folder;

  private static final String[] PIECES = {
    "\t",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!x ",
    "|",
    ">",
    "'",
    "\"",
    "#",
    "\0",
    "\n",
    "  ",
    "? ",
    "<<: *a",
    "BASE: ",
    "---\n",
    "...\n",
    "%YAML 9\n",
    "1e999",
    "-",
    "null",
    "\uFEFF",
    "\uD83D",
    "😀"
  };

  @Test
  void everyMutationEndsInAConfigurationOrInFaults() throws Exception {
    List<String> texts = shippedTexts();
    Random random = new Random(20260101);
    int valid = 0;
    int rounds = 2000;
    for (int i = 0; i < rounds; i++) {
      String mutant = mutate(texts.get(i % texts.size()), random);
      ConfigResult result = Sample.yaml(mutant).forPretraining();
      assertEquals(result.config().isPresent(), result.faults().isEmpty());
      result.faults().forEach(fault -> assertEquals(1, fault.toString().lines().count()));
      if (result.config().isPresent()) {
        valid++;
        ExperimentConfig config = result.config().get();
        assertEquals(config, Sample.yaml(ConfigWriter.toYaml(config)).orThrow());
      }
    }
    assertTrue(valid > rounds / 20 && valid < rounds, valid + " of " + rounds + " were valid");
  }

  @Test
  void anEditOfAMutationSetsTheKeyOrIsNotMade() throws Exception {
    List<String> texts = shippedTexts();
    List<ConfigKey> keys = ConfigSchema.official().keys();
    Random random = new Random(7);
    int edited = 0;
    for (int i = 0; i < 1000; i++) {
      String mutant = mutate(texts.get(i % texts.size()), random);
      ConfigKey key = keys.get(random.nextInt(keys.size()));
      Optional<String> result = ConfigEdit.set(mutant, key.path(), key.defaultValue());
      if (result.isPresent()) {
        edited++;
        Object value = Sample.yaml(result.get()).draft().values().get(key.path());
        assertEquals(key.defaultValue(), value, result.get());
      }
    }
    assertTrue(edited > 200, edited + " edits were made");
  }

  /** Three of each shipped file and mutation, about. */
  @Test
  void everyMutatedFileEndsInAConfigurationOrInSentences(FaultTable table) throws Exception {
    fuzz(780, 1, table);
  }

  /** Ten thousand files, none of which takes a second, however crowded the machine is. */
  @Test
  @Tag("faults")
  void tenThousandMutatedFiles(FaultTable table) throws Exception {
    ConfigFuzz.Result result = fuzz(10_000, Long.getLong("simmim.faults.seed", 11), table);
    System.out.println("Mutated configurations: " + result.inWords());
    assertTrue(result.mostProcessorSeconds() < 1, result.inWords());
  }

  private ConfigFuzz.Result fuzz(int rounds, long seed, FaultTable table) throws Exception {
    ConfigFuzz.Result result = ConfigFuzz.in(folder).run(rounds, new Random(seed), table);
    assertEquals(0, TaggedObjects.MADE.get(), "objects that tags have made");
    assertTrue(Files.notExists(Path.of("made-by-a-tag")));
    assertTrue(result.valid() > rounds / 20 && result.valid() < rounds / 2, result.inWords());
    return result;
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(mutant.length());
      switch (random.nextInt(4)) {
        case 0 -> mutant.deleteCharAt(at);
        case 1 -> mutant.insert(at, PIECES[random.nextInt(PIECES.length)]);
        case 2 -> mutant.setCharAt(at, (char) (32 + random.nextInt(95)));
        default -> {
          int to = Math.min(mutant.length(), at + 1 + random.nextInt(40));
          mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, to));
        }
      }
    }
    return mutant.toString();
  }

  private static List<String> shippedTexts() throws Exception {
    List<String> texts = new ArrayList<>();
    for (Path file : Sample.yamlFilesBelow(Sample.CONFIGS)) {
      texts.add(Files.readString(file));
    }
    return texts;
  }
}
