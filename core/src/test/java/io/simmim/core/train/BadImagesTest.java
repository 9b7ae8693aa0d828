package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Skipped;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.testing.FaultTable;
import io.simmim.core.testing.Faults;
import io.simmim.core.testing.Pictures;
import io.simmim.core.testing.TinyModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One image in twenty has something about it. */
@Tag("fault")
@ExtendWith(Faults.class)
class BadImagesTest {

  private static final int ALL = 20 * (BadImages.KINDS + 1);

  @TempDir private Path root;

  @Test
  void aTrainingGoesOnAndNamesEachThatItCannotReadOnce(FaultTable table) throws Exception {
    TinyRun tiny = TinyRun.pretraining(root, TinyModel.VIT);
    BadImages bad = BadImages.in(tiny.images());
    int drawn = 9 + BadImages.KINDS;
    for (int i = drawn; i < ALL; i++) {
      RgbImage noise = Pictures.noise(24, 20, i);
      ImageEncoder.png().write(noise, tiny.images().resolve("n" + i + ".png"));
    }
    Path vanishing = tiny.images().resolve("n" + drawn + ".png");
    ExperimentConfig config = tiny.config("DATA.BATCH_SIZE", 20, "DATA.CACHE_MODE", "no");
    table.trying(
        "5 % corrupt images of every kind in a training",
        () -> assertNamed(bad, vanishing, run(tiny.training(config), vanishing)));
  }

  private static Story run(TrainingRun training, Path vanishing) throws Exception {
    List<RunEvent> events = new ArrayList<>();
    Outcome outcome =
        training.execute(
            event -> {
              events.add(event);
              if (event instanceof RunEvent.Epoch) {
                delete(vanishing);
              }
            },
            () -> false);
    return new Story(outcome, events);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNamed(BadImages bad, Path vanished, Story story) {
    assertEquals(Outcome.FINISHED, story.outcome());
    assertTrue(story.all(Step.class).stream().allMatch(step -> Double.isFinite(step.loss())));
    assertEquals(2 * ALL / 20, story.all(Step.class).size());
    List<String> named =
        story.all(Skipped.class).stream().flatMap(event -> event.examples().stream()).toList();
    Set<String> expected = new HashSet<>();
    bad.unreadable().forEach(file -> expected.add(file.toString()));
    expected.add(vanished.toString());
    assertEquals(expected.size(), named.size(), named.toString());
    for (String line : named) {
      String file = line.substring(0, line.indexOf(": "));
      assertTrue(expected.remove(file), line);
      assertTrue(line.endsWith("."), line);
    }
    List<Skipped> events = story.all(Skipped.class);
    assertEquals(named.size(), events.get(events.size() - 1).count());
  }

  @Test
  void eachIsReadAsPillowReadsItOrRefused(FaultTable table) throws Exception {
    BadImages bad = BadImages.in(root);
    assertEquals(BadImages.KINDS, bad.readable().size() + bad.unreadable().size());
    for (Map.Entry<Path, RgbImage> entry : bad.readable().entrySet()) {
      table.trying(
          "odd image read as Pillow reads it",
          () ->
              assertEquals(
                  entry.getValue(),
                  new ImageDecoder().decode(entry.getKey()),
                  entry.getKey().toString()));
    }
    for (Path file : bad.unreadable()) {
      table.trying(
          "corrupt image refused in one sentence",
          () -> {
            DataException fault =
                assertThrows(DataException.class, () -> new ImageDecoder().decode(file));
            assertEquals(1, fault.getMessage().lines().count(), fault.getMessage());
            assertTrue(fault.getMessage().contains(file.toString()), fault.getMessage());
          });
    }
  }

  @Test
  void oneForWhichThereIsNoMemoryIsRefused() throws Exception {
    ImageDecoder unlimited = new ImageDecoder(false, Long.MAX_VALUE / 8);
    byte[] claims = BadImages.claimingJpeg(26_000, 26_000); // 2 GB of levels
    DataException fault =
        assertThrows(DataException.class, () -> unlimited.decode(claims, "huge.jpg"));
    assertTrue(fault.getMessage().contains("memory"), fault.getMessage());
  }
}
