package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int bench(Object... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Stream<String> words = Stream.of(arguments).map(Object::toString);
    return Main.run(line, Stream.concat(Stream.of("bench"), words).toArray(String[]::new));
  }

  @Test
  void loadingACheckpointIsTimed() {
    assertEquals(
        0, bench("--checkpoint", Golden.path("A_pretrain_swin/ckpt_epoch_0.pth")), err.toString());
    String said = out.toString();
    assertTrue(said.startsWith("ckpt_epoch_0.pth, "), said);
    assertTrue(said.contains("opened in ") && said.contains("loaded in "), said);
  }

  @Test
  void somethingToTimeMustBeNamed() {
    assertEquals(2, bench("--steps", 1));
    assertTrue(
        err.toString().contains("--cfg, --checkpoint or --data-path must be given."),
        err.toString());
  }
}
