package io.simmim.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildProgramTest {

  /** Says two lines, complains and fails. */
  static final class Complaining {

    private Complaining() {}

    public static void main(String[] arguments) {
      System.out.println("one");
      System.out.println(arguments[0]);
      System.err.println("first");
      System.err.println("It broke.");
      System.exit(7);
    }
  }

  private static JavaProgram program(Path java) {
    return new JavaProgram(
        java, List.of(), System.getProperty("java.class.path"), Complaining.class.getName());
  }

  @Test
  void itsLinesItsExitValueAndItsLastComplaintAreTold() throws Exception {
    List<String> lines = new ArrayList<>();
    ChildProgram.Ended ended =
        new ChildProgram(program(JavaProgram.training().java())).run(List.of("two"), lines::add);
    assertEquals(List.of("one", "two"), lines);
    assertEquals(new ChildProgram.Ended(7, "It broke."), ended);
  }

  @Test
  void aJavaThatIsNotThereCannotBeStarted() {
    ChildProgram child = new ChildProgram(program(Path.of("no/java")));
    assertThrows(IOException.class, () -> child.run(List.of(), line -> {}));
  }

  /** Waits until its parent, whom nobody asked, is gone. */
  static final class Orphan {

    private Orphan() {}

    public static void main(String[] arguments) throws InterruptedException {
      ChildProgram.endWithParent();
      Thread.currentThread().join();
    }
  }

  @Test
  void itEndsWhenItsParentIsGone() throws Exception {
    Process parent = new ProcessBuilder("sleep", "600").start();
    Process child =
        new ProcessBuilder(
                JavaProgram.training().java().toString(),
                "-Dsimmim.parent=" + parent.pid(),
                "-cp",
                System.getProperty("java.class.path"),
                Orphan.class.getName())
            .start();
    assertTrue(child.isAlive());
    parent.destroyForcibly();
    assertEquals(1, child.waitFor());
  }
}
