package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.run.EventReader;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/** Command lines on a very small ViT and pictures of three classes, and what they say. */
final class CommandLineRun implements AutoCloseable {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final Path root;
  private final Path cfg;
  private final Path data;

  CommandLineRun(Path root) throws Exception {
    this.root = root;
    cfg = Files.writeString(root.resolve("vit.yaml"), TinyModel.VIT.fineTuning());
    data = root.resolve("data");
    ClassFolders.write(data.resolve("train"), 9, "ant", "bee", "cat");
    ClassFolders.write(data.resolve("val"), 5, "ant", "bee", "cat");
    System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    System.setErr(before);
  }

  /** A configuration of fine-tuning: name tiny, tag t. */
  Path cfg() {
    return cfg;
  }

  /** A folder with nine images in {@code train} and five in {@code val}. */
  Path data() {
    return data;
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  /** What a run tells while it runs. */
  String terminal() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  /** Runs a command line to its exit code; {@code --output} is added. */
  int simmim(Object... arguments) {
    List<String> all = new ArrayList<>(Arrays.stream(arguments).map(Object::toString).toList());
    all.addAll(List.of("--output", root.resolve("runs").toString()));
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(line, all.toArray(String[]::new));
  }

  int finetune(Object... more) {
    List<Object> all = new ArrayList<>(List.of("finetune", "--cfg", cfg, "--data-path", data));
    all.addAll(List.of(more));
    return simmim(all.toArray());
  }

  /** The checkpoint of a fine-tuning of one epoch. */
  Path trained() {
    int exitCode = finetune("--opts", "TRAIN.EPOCHS", "1", "TRAIN.WARMUP_EPOCHS", "0");
    assertEquals(0, exitCode, err());
    return folder("t").checkpoint(0);
  }

  RunFolder folder(String tag) {
    return RunFolder.of(root.resolve("runs"), "tiny", tag);
  }

  ExperimentConfig stored(String tag) throws Exception {
    return new ConfigLoader().load(folder(tag).config(), Overrides.none()).orThrow();
  }

  <E extends RunEvent> List<E> events(String tag, Class<E> type) throws Exception {
    return new EventReader(folder(tag).events())
        .poll().stream().filter(type::isInstance).map(type::cast).toList();
  }

  void assertFails(String part, int exitCode) {
    assertEquals(1, exitCode, out());
    assertEquals(1, err().lines().count(), err());
    assertTrue(err().contains(part), err());
    assertTrue(err().strip().endsWith("."), err());
    err.getBuffer().setLength(0);
  }

  void assertWrongUsage(String part, int exitCode) {
    assertEquals(2, exitCode, err());
    assertTrue(err().contains(part), err());
    err.getBuffer().setLength(0);
  }
}
