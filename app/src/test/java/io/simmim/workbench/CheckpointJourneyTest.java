package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.checkpoint.DifferenceRow;
import io.simmim.workbench.checkpoint.TensorNode;
import io.simmim.workbench.checkpoint.TensorRow;
import io.simmim.workbench.shell.FileDrop;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.SmallCheckpoints;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Looking into checkpoints, in the real window and with real files. */
class CheckpointJourneyTest extends WindowJourney {

  @Test
  void opensReadsSearchesComparesAndComesBack() throws Exception {
    Path first = SmallCheckpoints.pretraining(folder.resolve("first.pth"), 4);
    Path second = SmallCheckpoints.pretraining(folder.resolve("second.pth"), 9);
    openWindow();
    drop(first);
    waitFor(() -> robot.text("#checkpoint-title").equals("first.pth"));
    assertEquals(PageId.CHECKPOINT, workbench.shell().pageProperty().get());
    assertTrue(robot.text("#verdict-sentence").startsWith("A SimMIM pre-training"));
    assertEquals("5", robot.text("#fact-epoch"));
    assertTrue(robot.isEnabled("#step-reconstruct"));
    assertFalse(robot.isEnabled("#step-evaluate"), "it has no classes");
    assertTrue(robot.text("#verdict-impossible").contains("It cannot evaluate"));
    waitFor(() -> robot.text("#verdict-health").equals("no NaN or Inf"));

    TensorRow deep = tensor(".attn.qkv.weight");
    onFx(() -> workbench.checkpoint().tensors().selectedProperty().set(Optional.of(deep)));
    waitFor(() -> selectedTensor().equals(deep.name()));
    assertTrue(
        robot
                .find("#tensor-table", TreeTableView.class)
                .orElseThrow()
                .getSelectionModel()
                .getSelectedIndex()
            >= 0,
        "its modules are unfolded");

    robot.press(KeyCode.CONTROL, KeyCode.F);
    robot.fill("#tensor-search", "mask_token");
    waitFor(() -> robot.text("#tensor-count").startsWith("1 of "));
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    waitFor(() -> selectedTensor().equals("encoder.mask_token"));
    waitFor(() -> robot.isEnabled("#tensor-panel"));
    WaitForAsyncUtils.asyncFx(() -> searchField().clear()).get();
    waitFor(() -> selectedTensor().equals("encoder.mask_token"));

    Map<String, Object> broken = SmallCheckpoints.pretrainingWeights(1);
    broken.put("encoder.norm.bias", SmallCheckpoints.notANumber(24));
    drop(
        SmallCheckpoints.write(folder.resolve("nan.pth"), broken, 0, 0, SmallCheckpoints.config()));
    waitFor(() -> robot.text("#verdict-health").equals("24 NaN or Inf in 1 tensor"));
    assertTrue(
        robot
            .find("#verdict", Node.class)
            .orElseThrow()
            .getStyleClass()
            .contains("verdict-is-attention"));

    drop(first, second);
    waitFor(() -> robot.text("#comparison-sentence").startsWith("The same model with other"));
    waitFor(() -> !differences().isEmpty());
    assertTrue(differences().get(0).maxAbs() >= differences().get(1).maxAbs());

    robot.press(KeyCode.CONTROL, KeyCode.B);
    waitFor(() -> !workbench.checkpoint().factsShownProperty().get());
    robot.press(KeyCode.ALT, KeyCode.DIGIT2);
    closeWindow();
    openWindow();
    waitFor(() -> robot.text("#checkpoint-title").equals("first.pth"));
    waitFor(() -> workbench.checkpoint().partProperty().get() == Part.RECONSTRUCTION);
    assertFalse(workbench.checkpoint().factsShownProperty().get(), "folded as it was left");
    assertEquals(List.of(first), workbench.checkpoint().file().recent().files().subList(0, 1));
  }

  @Test
  void aDamagedFileAndAWrongOneAreSentences() throws Exception {
    Path whole = SmallCheckpoints.pretraining(folder.resolve("whole.pth"), 0);
    byte[] bytes = Files.readAllBytes(whole);
    Path damaged = Files.write(folder.resolve("half.pth"), Arrays.copyOf(bytes, bytes.length / 2));
    openWindow();
    drop(damaged);
    waitFor(() -> robot.text("#refusal-sentence").contains("half.pth"));
    assertTrue(robot.text("#refusal-sentence").contains("damaged"));
    assertFalse(robot.text("#refusal-sentence").contains("Exception"));
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 2] ^= 1;
    drop(Files.write(folder.resolve("flipped.pth"), flipped));
    waitFor(() -> robot.text("#refusal-sentence").contains("flipped.pth"));
    drop(damaged);
    waitFor(() -> robot.text("#refusal-sentence").contains("half.pth"));
    Files.copy(whole, damaged, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    robot.click("#refused-again");
    waitFor(() -> robot.text("#checkpoint-title").equals("half.pth"));
    robot.press(KeyCode.CONTROL, KeyCode.W);
    waitFor(() -> robot.isEnabled("#welcome-open"));

    drop(folder.resolve("notes.yaml"));
    waitFor(() -> workbench.shell().notices().size() == 1);
    assertTrue(workbench.shell().notices().get(0).sentence().contains("no checkpoint"));
  }

  @Test
  void fillsInPicturesAndSetsUpAFineTuning() throws Exception {
    Path file = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 0);
    SmallPhotos.write(folder.resolve("photos"), 1);
    openWindow();
    drop(file);
    waitFor(() -> robot.text("#checkpoint-title").equals("a.pth"));
    drop(folder.resolve("photos/photo0.png"));
    waitFor(() -> robot.text("#figure-caption-0").startsWith("photo0.png   loss "));

    robot.press(KeyCode.CONTROL, KeyCode.T);
    waitFor(() -> workbench.shell().pageProperty().get() == PageId.EXPERIMENT);
    waitFor(() -> robot.text("#checkpoint-finding").equals("Pre-training, epoch 1"));
    assertEquals(file.toString(), workbench.experiment().checkpoint().fileProperty().get());
  }

  private void drop(Path... files) throws Exception {
    FileDrop target = robot.find("#file-drop", FileDrop.class).orElseThrow();
    WaitForAsyncUtils.asyncFx(() -> target.drop(List.of(files))).get();
  }

  private TensorRow tensor(String ending) {
    return leaves(workbench.checkpoint().tensors().rootProperty().get())
        .filter(row -> row.name().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<TensorRow> leaves(TensorNode node) {
    return Stream.concat(
        node.tensor().stream(), node.children().stream().flatMap(CheckpointJourneyTest::leaves));
  }

  private String selectedTensor() {
    return robot
        .find("#tensor-table", TreeTableView.class)
        .map(table -> (TreeItem<?>) table.getSelectionModel().getSelectedItem())
        .map(item -> ((TensorNode) item.getValue()).path())
        .orElse("");
  }

  private List<DifferenceRow> differences() {
    return workbench.checkpoint().comparison().shown();
  }

  private TextInputControl searchField() {
    return robot.find("#tensor-search", TextInputControl.class).orElseThrow();
  }
}
