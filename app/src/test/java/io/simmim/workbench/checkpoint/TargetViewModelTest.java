package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.TargetState.Answer;
import io.simmim.workbench.checkpoint.TargetState.Estimated;
import io.simmim.workbench.checkpoint.TargetState.Estimating;
import io.simmim.workbench.checkpoint.TargetState.Settled;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetViewModelTest {

  private static final Estimated NORMALIZED = new Estimated(Answer.NORMALIZED, "by estimate");

  @TempDir Path folder;

  private final List<Consumer<TargetState>> receivers = new ArrayList<>();
  private int stopped;
  private final TargetViewModel model =
      new TargetViewModel(
          (checkpoint, done) -> {
            receivers.add(done);
            return () -> stopped++;
          });

  @Test
  void aFileThatStatesItsTargetIsNotAsked() throws Exception {
    model.open(Inspection.of(SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0)));
    assertEquals(new Settled(), model.stateProperty().get());
    assertTrue(receivers.isEmpty());
  }

  @Test
  void weightsAloneAreEstimated() throws Exception {
    model.open(weightsAlone());
    assertEquals(new Estimating(), model.stateProperty().get());
    assertEquals("estimating…", TargetWords.fact(model.stateProperty().get()));
    receivers.get(0).accept(NORMALIZED);
    assertEquals("normalised, estimated", TargetWords.fact(model.stateProperty().get()));
    assertTrue(TargetWords.remark(model.stateProperty().get()).contains("borrows brightness"));
  }

  @Test
  void anAnswerThatComesAfterTheFileWasClosedIsDropped() throws Exception {
    model.open(weightsAlone());
    model.clear();
    receivers.get(0).accept(NORMALIZED);
    assertEquals(new Settled(), model.stateProperty().get());
    assertEquals(1, stopped);
  }

  @Test
  void whatTheCommandPrintsIsRead() {
    String json = "{\"target_estimate\": {\"verdict\": \"raw\", \"sentence\": \"raw pixels\"}}";
    assertEquals(new Estimated(Answer.RAW, "raw pixels"), TargetProcess.state(json));
    assertEquals(new Settled(), TargetProcess.state("{\"target_estimate\": null}"));
    assertInstanceOf(TargetState.Failed.class, TargetProcess.state("no JSON"));
  }

  private Inspection weightsAlone() throws Exception {
    Path file = folder.resolve("bare.pth");
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, SmallCheckpoints.pretrainingWeights(1));
    }
    return Inspection.of(file);
  }
}
