package io.simmim.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunEvent.Outcome;
import io.simmim.core.run.RunEvent.Step;
import io.simmim.core.run.RunEvent.Warning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DATA.CACHE_MODE does to a training. */
class CacheModeTest {

  @TempDir private Path root;
  private TinyRun tiny;

  @BeforeEach
  void draw() throws Exception {
    tiny = TinyRun.pretraining(root);
  }

  private ExperimentConfig config(String mode, String tag) throws Exception {
    return tiny.config("DATA.CACHE_MODE", mode, "TAG", tag);
  }

  private Path cache() {
    return tiny.output().resolve("decoded-images");
  }

  @Test
  void keptImagesChangeNoLoss() throws Exception {
    List<Double> expected = losses(tiny.run(config("no", "a")));
    assertEquals(expected, losses(tiny.run(config("part", "b"))));
    assertFalse(Files.exists(cache()));
    assertEquals(expected, losses(tiny.run(config("full", "c"))));
    try (Stream<Path> files = Files.list(cache())) {
      assertEquals(1, files.count());
    }
    Story again = tiny.run(config("full", "d"));
    assertEquals(expected, losses(again));
    assertEquals(List.of(), again.all(Warning.class));
  }

  @Test
  void whereTheFileCannotBeMadeTheRunSaysSoOnceAndGoesOn() throws Exception {
    Files.createDirectories(tiny.output());
    Files.writeString(cache(), "a file where the folder should be");
    Story story = tiny.run(config("full", "a"));
    assertEquals(Outcome.FINISHED, story.outcome());
    Warning warning = story.only(Warning.class);
    assertTrue(warning.message().contains(cache().toString()), warning.message());
  }

  private static List<Double> losses(Story story) {
    return story.all(Step.class).stream().map(Step::loss).toList();
  }
}
