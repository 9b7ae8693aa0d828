package io.simmim.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficialLogTest {

  private static final Instant TIME = Instant.parse("2026-11-23T10:20:30Z");

  @TempDir Path folder;

  private List<String> logOf(RunEvent... events) throws Exception {
    Path file = folder.resolve("log_rank0.txt");
    try (OfficialLog log = OfficialLog.open(file, "simmim_pretrain", 2, ZoneOffset.UTC)) {
      for (RunEvent event : events) {
        log.accept(event);
      }
    }
    return Files.readAllLines(file);
  }

  private static RunEvent.Started started() {
    return new RunEvent.Started(TIME, "pretrain", 100, 2502, 4, 0, 0, 9, 89875795, "cpu", null);
  }

  private static RunEvent.Step step(int index, double loss, double norm, double seconds) {
    return step(index, loss, norm, seconds, 0);
  }

  private static RunEvent.Step step(
      int index, double loss, double norm, double seconds, double waited) {
    return new RunEvent.Step(TIME, index, 0, index, loss, 4e-6, norm, 10, seconds, waited, 20191.4);
  }

  @Test
  void printsTheStepLineOfTheOfficialCode() throws Exception {
    List<String> lines =
        logOf(started(), step(0, 0.8, 2, 3), step(1, 0.6, 4, 1), step(2, 0.7, 3, 2, 0.6));
    String prefix = "[2026-11-23 10:20:30 simmim_pretrain] (main_simmim.py 184): INFO ";
    assertEquals(
        List.of(
            prefix
                + "Train: [0/100][0/2502]\teta 2:05:06 lr 0.000004\ttime 3.0000 (3.0000)\t"
                + "loss 0.8000 (0.8000)\tgrad_norm 2.0000 (2.0000)\tmem 20191MB\t"
                + "waiting for data 0 %",
            prefix
                + "Train: [0/100][2/2502]\teta 1:23:20 lr 0.000004\ttime 2.0000 (2.0000)\t"
                + "loss 0.7000 (0.7000)\tgrad_norm 3.0000 (3.0000)\tmem 20191MB\t"
                + "waiting for data 10 %"),
        lines.subList(2, 4));
  }

  @Test
  void beginsItsMeansAnewInEachEpoch() throws Exception {
    RunEvent.Step next = new RunEvent.Step(TIME, 2, 1, 0, 0.5, 1e-4, 1, 10, 1, 0, 10);
    List<String> lines = logOf(started(), step(0, 0.8, 2, 3), step(1, 0.6, 4, 1), next);
    String last = lines.get(lines.size() - 1);
    assertEquals("loss 0.5000 (0.5000)", last.split("\t", -1)[3]);
  }

  @Test
  void printsDivergenceAsPythonDoes() throws Exception {
    List<String> lines = logOf(started(), step(0, Double.NaN, Double.POSITIVE_INFINITY, 1));
    String[] parts = lines.get(2).split("\t", -1);
    assertEquals("loss nan (nan)", parts[3]);
    assertEquals("grad_norm inf (inf)", parts[4]);
  }

  @Test
  void printsTheLengthOfEpochAndTraining() throws Exception {
    List<String> lines =
        logOf(
            started(),
            new RunEvent.Epoch(TIME, 7, 0.5, 3_725.9),
            new RunEvent.Ended(
                TIME.plusSeconds(90_061), RunEvent.Outcome.FINISHED, 99, 250_200, "done"));
    assertEquals(
        "[2026-11-23 10:20:30 simmim_pretrain] (main_simmim.py 192): INFO"
            + " EPOCH 7 training takes 1:02:05",
        lines.get(2));
    assertEquals(
        "[2026-11-24 11:21:31 simmim_pretrain] (main_simmim.py 116): INFO"
            + " Training time 1 day, 1:01:01",
        lines.get(3));
  }

  @Test
  void tellsEveryKindOfEventAndAppends() throws Exception {
    int first = logOf(SampleEvents.oneOfEach().toArray(RunEvent[]::new)).size();
    assertEquals(2 * first, logOf(SampleEvents.oneOfEach().toArray(RunEvent[]::new)).size());
  }

  @Test
  void printsAccuraciesAsTheOfficialFineTuningDoes() throws Exception {
    var finetuning =
        new RunEvent.Started(TIME, "finetune", 100, 2502, 4, 0, 0, 9, 87750176, "cpu", null);
    List<String> lines =
        logOf(
            finetuning,
            new RunEvent.Validation(TIME, 0, 2501, 50000, 0.73125, 82.7984, 96.25, 83.456, 60));
    String prefix = "[2026-11-23 10:20:30 simmim_pretrain] (main_finetune.py ";
    assertEquals(
        List.of(
            prefix + "242): INFO  * Acc@1 82.798 Acc@5 96.250",
            prefix + "165): INFO Loss on the 50000 test images: 0.7313",
            prefix + "167): INFO Accuracy of the network on the 50000 test images: 82.8%",
            prefix + "169): INFO Max accuracy: 83.46%"),
        lines.subList(2, 6));
  }

  @Test
  void saysNothingOfTrainingWhenNothingIsTrained() throws Exception {
    var evaluation = new RunEvent.Started(TIME, "evaluate", 1, 7, 4, 0, 0, 9, 87, "cpu", "x.pth");
    List<String> lines =
        logOf(
            evaluation,
            new RunEvent.Ended(TIME, RunEvent.Outcome.FINISHED, 0, 0, "All images are evaluated."));
    assertEquals(List.of(), lines.stream().filter(line -> line.contains("raining")).toList());
  }
}
