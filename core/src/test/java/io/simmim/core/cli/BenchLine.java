package io.simmim.core.cli;

import io.simmim.core.bench.BenchReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Command lines of {@code simmim bench}, and what they say. */
final class BenchLine {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs one to its exit code. */
  int bench(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    Stream<String> words = Stream.of(arguments).map(Object::toString);
    return Main.run(line, Stream.concat(Stream.of("bench"), words).toArray(String[]::new));
  }

  /** What the last one said. */
  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** The JSON that the last one printed, and nothing else. */
  BenchReport report() {
    if (out().lines().count() != 1) {
      throw new AssertionError("one line was expected: " + out());
    }
    return BenchReport.read(out()).orElseThrow();
  }
}
