package io.simmim.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaProgramTest {

  /** So a run takes the same memory, and its estimate holds, whoever started it. */
  @Test
  void aTrainingHasTheSameBoundOfGarbageAsOneFromTheLauncher() throws Exception {
    List<String> options = JavaProgram.training().options();
    String bound = options.get(0);
    assertTrue(bound.startsWith("-XX:MaxNewSize="), options.toString());
    for (String launcher : List.of("simmim", "simmim.bat")) {
      String text = Files.readString(Path.of("../app/bin").resolve(launcher));
      assertTrue(text.contains(bound), launcher + " lacks " + bound);
    }
  }

  @Test
  void theArgumentsComeLast() {
    JavaProgram program = new JavaProgram(Path.of("java"), List.of("-Xmx1g"), "a.jar", "Main");
    List<String> words = program.words(List.of("pretrain", "--help"));
    assertEquals(
        List.of("Main", "pretrain", "--help"), words.subList(words.size() - 3, words.size()));
    assertTrue(words.contains("-Xmx1g"), words.toString());
  }
}
