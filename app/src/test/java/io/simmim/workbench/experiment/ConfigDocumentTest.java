package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigDocumentTest {

  private static final String TEXT =
      """
      DATA:
        BATCH_SIZE: 16  # small
        IMG_SIZE: 192
      MODEL:
        NAME: mine
        SWIN:
          WINDOW_SIZE: 6
      """;

  private long now = 1_000_000;
  private final ConfigDocument document =
      new ConfigDocument(Runnable::run, Runnable::run, () -> now);

  @Test
  void theFormChangesOneKeyAndKeepsComments() {
    open();
    document.set("DATA.BATCH_SIZE", "32");
    assertEquals(TEXT.replace("16", "32"), document.textProperty().get());
    assertTrue(reading().changed("DATA.BATCH_SIZE"));
    assertFalse(reading().changed("DATA.IMG_SIZE"));
    assertEquals(32, reading().config().orElseThrow().data().batchSize());
  }

  @Test
  void typingInTheEditorShowsInTheForm() {
    open();
    document.edit(TEXT.replace("192", "224"));
    assertEquals(224L, reading().values().get("DATA.IMG_SIZE"));
  }

  @Test
  void undoAndRedoGoThroughFormAndEditorAlike() {
    open();
    assertFalse(document.canUndoProperty().get(), "what was opened first is the beginning");
    document.set("DATA.BATCH_SIZE", "32");
    later();
    document.edit(document.textProperty().get() + "SEED: 7\n");
    document.undo();
    assertEquals(TEXT.replace("16", "32"), document.textProperty().get());
    document.undo();
    assertEquals(TEXT, document.textProperty().get());
    assertFalse(document.canUndoProperty().get());
    document.redo();
    document.redo();
    assertEquals(7, reading().config().orElseThrow().seed());
    assertFalse(document.canRedoProperty().get());
  }

  @Test
  void theLettersOfOneWordAreUndoneTogetherAndAnotherKeyIsNot() {
    open();
    document.set("SEED", "1");
    document.set("SEED", "12");
    document.set("DATA.BATCH_SIZE", "8");
    document.undo();
    assertEquals(12, reading().config().orElseThrow().seed());
    document.undo();
    assertEquals(TEXT, document.textProperty().get());
  }

  @Test
  void openingAnotherFileCanBeUndone() {
    open();
    document.set("DATA.BATCH_SIZE", "32");
    document.open(Path.of("other.yaml"), "MODEL:\n  NAME: other\n");
    assertFalse(reading().changed("MODEL.NAME"));
    document.undo();
    assertEquals(Path.of("mine.yaml"), document.sourceProperty().get());
    assertTrue(reading().changed("DATA.BATCH_SIZE"));
  }

  @Test
  void whatTheFormRefusedIsUndoneBeforeAnyChange() {
    open();
    document.set("SEED", "12");
    later();
    document.set("DATA.BATCH_SIZE", "many");
    document.undo();
    assertEquals("", reading().fault("DATA.BATCH_SIZE"));
    assertEquals(12, reading().config().orElseThrow().seed());
    document.undo();
    assertEquals(TEXT, document.textProperty().get());
  }

  @Test
  void aRefusedValueCanBeUndoneInAFileWithoutChanges() {
    open();
    document.set("DATA.BATCH_SIZE", "many");
    assertTrue(document.canUndoProperty().get());
    document.undo();
    assertFalse(document.canUndoProperty().get());
    assertTrue(reading().config().isPresent());
  }

  @Test
  void goingBackToAnotherFileGoesBackToItsStage() {
    open();
    document.stageProperty().set(RunStage.FINETUNE);
    document.open(Path.of("other.yaml"), "MODEL:\n  NAME: other\n");
    document.stageProperty().set(RunStage.THROUGHPUT);
    document.set("SEED", "12");
    document.undo();
    assertEquals(RunStage.THROUGHPUT, document.stageProperty().get(), "the file is the same");
    document.undo();
    assertEquals(RunStage.PRETRAIN, document.stageProperty().get());
    document.redo();
    assertEquals(RunStage.FINETUNE, document.stageProperty().get());
    assertEquals(RunStage.FINETUNE, reading().stage());
  }

  @Test
  void resetGoesBackToTheOpenedFile() {
    open();
    document.set("DATA.BATCH_SIZE", "32");
    document.reset("DATA.BATCH_SIZE");
    assertEquals(TEXT, document.textProperty().get());
    assertFalse(reading().changed("DATA.BATCH_SIZE"));
  }

  @Test
  void faultsOfTheTextNameTheirLineAndKey() {
    open();
    document.edit(TEXT.replace("16", "many") + "SEEDS: 1\n");
    assertTrue(reading().config().isEmpty());
    assertEquals(2, reading().faults().size());
    assertEquals(2, reading().faults().get(0).line());
    assertFalse(reading().fault("DATA.BATCH_SIZE").isEmpty());
    assertEquals("mine", reading().values().get("MODEL.NAME"), "the rest is still shown");
  }

  @Test
  void aValueThatTheFormRefusesIsAFaultUntilItIsCorrected() {
    open();
    document.set("DATA.MASK_RATIO", "1.7");
    assertEquals(TEXT, document.textProperty().get(), "it stays out of the text");
    assertTrue(reading().config().isEmpty());
    assertTrue(reading().fault("DATA.MASK_RATIO").contains("allowed"));
    document.set("DATA.MASK_RATIO", "0.7");
    assertEquals(0.7, reading().config().orElseThrow().data().maskRatio());
    assertEquals("", reading().fault("DATA.MASK_RATIO"));
  }

  @Test
  void correctingARefusedValueToWhatItWasClearsTheFault() {
    open();
    document.set("DATA.BATCH_SIZE", "");
    assertTrue(reading().config().isEmpty());
    document.set("DATA.BATCH_SIZE", "16");
    assertTrue(reading().config().isPresent());
    assertEquals(TEXT, document.textProperty().get());
  }

  private void open() {
    document.open(Path.of("mine.yaml"), TEXT);
    later();
  }

  private Reading reading() {
    return document.readingProperty().get();
  }

  private void later() {
    now += 10_000;
  }
}
