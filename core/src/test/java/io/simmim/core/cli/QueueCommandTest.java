package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunManifest;
import io.simmim.core.run.RunStatus;
import io.simmim.core.run.RunSummary;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.TinyModel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class QueueCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path cfg;
  private Path data;
  private Path runs;

  @BeforeEach
  void writeConfigAndPictures() throws Exception {
    cfg = Files.writeString(folder.resolve("swin.yaml"), TinyModel.SWIN.pretraining());
    data = folder.resolve("data");
    ClassFolders.write(data, 9, "ant", "bee");
    runs = folder.resolve("runs");
  }

  @Test
  void realTrainingsWaitAreListedAndRunOneAfterTheOther() throws Exception {
    assertEquals(0, add("first", data), err.toString());
    assertEquals("tiny / first waits for cpu, place 1", out.toString().strip());
    assertEquals(0, add("lost", folder.resolve("nowhere")), err.toString());
    assertEquals(0, add("second", data), err.toString());
    Files.writeString(cfg, "not the configuration any more");
    assertEquals(0, queue("list"), err.toString());
    assertTrue(out.toString().contains("tiny__second"), out.toString());

    assertEquals(1, queue("run"), "one of them could not begin");
    assertTrue(err.toString().contains("tiny / lost did not begin: "), err.toString());
    assertTrue(err.toString().contains("nowhere"), err.toString());
    assertTrue(out.toString().contains("tiny / second finished: All 2 epochs are done."));
    RunManifest first = RunManifest.read(run("first").manifest()).orElseThrow();
    RunManifest second = RunManifest.read(run("second").manifest()).orElseThrow();
    assertEquals(RunStatus.FINISHED, RunSummary.read(run("second")).status());
    assertTrue(
        RunSummary.read(run("first")).ended().orElseThrow().time().isBefore(second.startedAt()));
    assertEquals("pretrain", first.commandLine().get(0));
    assertEquals("tiny__first", first.configName());

    assertEquals(0, queue("list"));
    assertTrue(out.toString().contains("failed"), out.toString());
    out.getBuffer().setLength(0);
    assertEquals(0, queue("retry", "lost"), err.toString());
    assertEquals("tiny / lost waits again, place 1 of 1", out.toString().strip());
    out.getBuffer().setLength(0);
    assertEquals(0, queue("retry", "lost"), err.toString());
    assertEquals("tiny / lost did not fail: it is waiting", out.toString().strip());
    assertEquals(0, queue("remove", "lost"), err.toString());
    assertEquals(0, queue("list"));
    assertTrue(out.toString().contains("No run waits"), out.toString());
  }

  @Test
  void placesAndThePauseAreChangedByName() throws Exception {
    add("a", data);
    add("b", data);
    out.getBuffer().setLength(0);
    assertEquals(0, queue("move", "tiny__b", "-1"), err.toString());
    assertEquals("tiny / b, place 1 of 2", out.toString().strip());
    assertEquals(0, queue("pause"));
    out.getBuffer().setLength(0);
    assertEquals(0, queue("list"));
    String listed = out.toString();
    assertTrue(listed.indexOf("tiny__b") < listed.indexOf("tiny__a"), listed);
    assertTrue(listed.contains("paused"), listed);
    assertEquals(0, queue("run"));
    assertFalse(run("b").exists());
    assertEquals(0, queue("resume"));
    assertEquals(2, queue("remove", "nobody"));
    assertTrue(err.toString().contains("No run 'nobody' waits"), err.toString());
  }

  @Test
  void whatCouldNeverRunIsRefusedAtOnce() throws Exception {
    assertEquals(2, simmim("queue", "add"));
    assertEquals(2, simmim("queue", "add", "models"));
    assertEquals(2, simmim("queue", "add", "pretrain", "--nonsense"));
    assertEquals(2, simmim("queue"));
    err.getBuffer().setLength(0);
    assertEquals(1, simmim("queue", "add", "pretrain", "--cfg", cfg, "--opts", "SEEDS", "1"));
    assertTrue(err.toString().contains("SEEDS"), err.toString());
    add("a", data);
    assertEquals(1, add("a", data));
    assertTrue(err.toString().contains("waits already"), err.toString());
  }

  @Test
  void everyStageHasItsOwnFolder() throws Exception {
    Path tuned = Files.writeString(folder.resolve("tune.yaml"), TinyModel.VIT.fineTuning());
    Path based = Files.writeString(folder.resolve("based.yaml"), "BASE: ['tune.yaml']\nSEED: 3\n");
    assertEquals(0, simmim("queue", "add", "throughput", "--cfg", tuned, "--output", runs));
    assertEquals(
        0,
        simmim(
            "queue", "add", "evaluate", "--cfg", tuned, "--resume", "later.pth", "--output", runs),
        err.toString());
    assertEquals(0, simmim("queue", "add", "finetune", "--cfg", based, "--output", runs));
    queue("list");
    for (String id : List.of("tiny__t__throughput", "tiny__t__evaluate", "tiny__t ")) {
      assertTrue(out.toString().contains(id), out.toString());
    }
    String copy = Files.readString(runs.resolve(".queue/tiny__t.yaml"));
    assertTrue(copy.contains("SEED: 3") && copy.contains("NAME: tiny"), copy);
    assertFalse(copy.contains("tune.yaml"), "the file below would not be found");
  }

  private RunFolder run(String tag) {
    return RunFolder.of(runs, "tiny", tag);
  }

  private int add(String tag, Path images) {
    return simmim(
        "queue",
        "add",
        "pretrain",
        "--cfg",
        cfg,
        "--data-path",
        images,
        "--output",
        runs,
        "--tag",
        tag);
  }

  private int queue(String... words) {
    List<Object> all = new ArrayList<>(List.of("queue"));
    all.addAll(Arrays.asList(words));
    all.addAll(1 + 1, List.of("--output", runs.toString()));
    return simmim(all.toArray());
  }

  private int simmim(Object... words) {
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(line, Arrays.stream(words).map(Object::toString).toArray(String[]::new));
  }
}
