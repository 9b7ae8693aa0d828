package io.simmim.workbench.testing;

import io.simmim.core.fault.DataException;
import io.simmim.core.queue.QueueOrder;
import io.simmim.core.queue.QueuedRun;
import io.simmim.core.queue.RunQueue;
import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunJson;
import io.simmim.core.run.RunOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A queue with some runs in it, which this very process claims to work off, and does not. */
public final class QueueFixture {

  private static final String NAME = "simmim_pretrain__swin_demo";

  private QueueFixture() {}

  /** Four that wait and one that failed. */
  public static void write(Path output) throws DataException, IOException {
    for (String tag : List.of("ratio-0.5", "ratio-0.6", "ratio-0.7")) {
      add(output, tag, "cpu");
    }
    add(output, "ratio-0.8", "cuda:0");
    fail(
        new RunQueue(output),
        add(output, "lost-photos", "cpu"),
        "There is no image below /data/phtos: expected files ending in .jpg or .png.");
    claim(output);
  }

  /** Adds a run at the end. */
  public static QueuedRun add(Path output, String tag, String device) throws DataException {
    return new RunQueue(output)
        .add(
            new QueueOrder(
                List.of("pretrain", "--cfg", "demo.yaml"),
                Optional.of("TAG: " + tag + "\n"),
                RunFolder.of(output, NAME, tag),
                device,
                output));
  }

  /** Says of a run that it never began. */
  public static void fail(RunQueue queue, QueuedRun run, String sentence) throws IOException {
    Path file = queue.folder().resolve(run.id() + ".json");
    String text = Files.readString(file).strip();
    String more = ",\n  \"failure\": " + RunJson.COMPACT.toJson(sentence) + "\n}";
    Files.writeString(file, text.substring(0, text.length() - 1).strip() + more);
  }

  /** Keeps others from working the queue off. */
  public static void claim(Path output) throws IOException {
    Path file = new RunQueue(output).folder().resolve("runner.owner");
    Files.writeString(file, RunJson.COMPACT.toJson(RunOwner.current()));
  }
}
