package io.simmim.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
