package io.simmim.workbench.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.process.JavaProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir Path folder;

  private final BlockingQueue<LaunchFailure> failures = new LinkedBlockingQueue<>();

  /** Stands in for the training: says its arguments, then fails with one sentence. */
  public static final class Failing {
    public static void main(String[] args) {
      System.out.println(String.join("|", args));
      System.err.println("The folder holds no image.");
      System.exit(1);
    }
  }

  @Test
  void aFailureArrivesWithTheSentenceOfTheTraining() throws Exception {
    Launcher launcher = new Launcher(program(Path.of(System.getProperty("java.home"))));
    launcher.start(command(), folder.resolve("files"), "run", failures::add);
    LaunchFailure failure = failures.take();
    assertEquals("The folder holds no image.", failure.sentence());
    assertTrue(failure.details().contains("exit code 1"));
    String said = Files.readString(folder.resolve("files/run.out"));
    assertEquals(String.join("|", command().arguments()), said.strip());
  }

  @Test
  void aFolderThatCannotBeWrittenIsExplained() throws Exception {
    Launcher launcher = new Launcher(program(Path.of(System.getProperty("java.home"))));
    Path file = Files.writeString(folder.resolve("a-file"), "in the way");
    assertThrows(DataException.class, () -> launcher.start(command(), file, "run", failures::add));
  }

  private static JavaProgram program(Path javaHome) {
    return new JavaProgram(
        javaHome.resolve("bin").resolve("java"),
        List.of(),
        System.getProperty("java.class.path"),
        Failing.class.getName());
  }

  private StageCommand command() {
    return new StageCommand(
        RunStage.PRETRAIN,
        folder.resolve("c.yaml"),
        Optional.of(folder),
        Optional.empty(),
        folder,
        "t",
        "cpu",
        List.of());
  }
}
