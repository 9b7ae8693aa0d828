package io.simmim.workbench.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.weights.CheckpointFile;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Tile;
import io.simmim.workbench.testing.TensorFixture;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorViewModelTest {

  private static final String TABLE = "layers.0.blocks.1.attn.relative_position_bias_table";
  private static final String FILTERS = "patch_embed.proj.weight";

  @TempDir Path temp;

  private final Queue<Runnable> background = new ArrayDeque<>();
  private final TensorViewModel model = new TensorViewModel(background::add, Runnable::run);
  private CheckpointFile file;

  @BeforeEach
  void write() throws Exception {
    file =
        CheckpointFile.open(
            new TensorFixture()
                .with("module.encoder." + TABLE, at -> at - 36, 25, 3)
                .with(FILTERS, at -> Math.floorDiv(at, 27) == 4 ? 0.5 : -0.1, 7, 3, 3, 3)
                .with("pos_embed", at -> Math.sin(at * at), 1, 26, 5)
                .with("layers.0.blocks.0.attn.qkv.weight", at -> at - 100, 21, 11)
                .with("mask_token", at -> at, 1, 1, 13)
                .write(temp.resolve("some.pth")));
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private ShownTensor look(String name) {
    model.show(file, name);
    work();
    return model.shownProperty().get().orElseThrow();
  }

  private Mosaic mosaic() {
    return model.shownProperty().get().flatMap(ShownTensor::mosaic).orElseThrow();
  }

  @Test
  void aTensorIsFoundByItsOfficialNameAndSaysWhatTheFileCallsIt() {
    ShownTensor shown = look("encoder." + TABLE);
    assertEquals(List.of("module.encoder." + TABLE), shown.inFile());
    assertTrue(shown.portrait().meaning().contains("stage 1, block 2"));
    assertEquals(List.of(), look(FILTERS).inFile());
  }

  @Test
  void eachHeadIsATileThatReadsOutOffsetAndValue() {
    Mosaic mosaic = look("encoder." + TABLE).mosaic().orElseThrow();
    assertEquals(
        List.of("head 0", "head 1", "head 2"), mosaic.tiles().stream().map(Tile::caption).toList());
    assertEquals("head 1 · itself\n1", mosaic.tiles().get(1).readout().at(2, 2));
    // Two up, one right of the query: row (4, 1) of the table, 21 * 3 + 2 - 36.
    assertEquals("head 2 · 2 up, 1 right\n29", mosaic.tiles().get(2).readout().at(0, 3));
    assertEquals(38, mosaic.legend().orElseThrow().high());
    assertEquals(-38, mosaic.legend().orElseThrow().low());
  }

  @Test
  void headsCanHaveTheirOwnColors() {
    look("encoder." + TABLE);
    model.change(o -> o.withOwnScales(true));
    work();
    assertEquals(Optional.empty(), mosaic().legend());
    assertTrue(mosaic().note().contains("own range"));
  }

  @Test
  void filtersComeInTheOrderOfTheirStrengthWhenAsked() {
    look(FILTERS);
    assertTrue(mosaic().tiles().get(0).readout().at(0, 0).startsWith("filter 0 "));
    model.change(o -> o.withStrongestFirst(true));
    work();
    assertEquals(
        "filter 4 · row 1, column 2\nR 0.5000  G 0.5000  B 0.5000",
        mosaic().tiles().get(0).readout().at(1, 2));
    assertEquals(7, mosaic().tiles().size());
  }

  @Test
  void aChosenPlaceIsComparedWithAllOthersAndForgottenWithTheTensor() {
    look("pos_embed");
    assertEquals("Likeness to row 2, column 2", mosaic().title());
    model.change(o -> o.withPlace(new PictureOptions.Place(4, 1)));
    work();
    assertEquals("Likeness to row 4, column 1", mosaic().title());
    assertEquals("row 4, column 1\ncosine 1", mosaic().tiles().get(0).readout().at(4, 1));
    look(FILTERS);
    look("pos_embed");
    assertEquals("Likeness to row 2, column 2", mosaic().title());
  }

  @Test
  void weightsAreReadOutByRowAndColumn() {
    look("layers.0.blocks.0.attn.qkv.weight");
    assertEquals("row 20, column 3\n123", mosaic().tiles().get(0).readout().at(20, 3));
    model.change(o -> o.withMagnitude(true));
    work();
    assertEquals("row 0, column 7\n93", mosaic().tiles().get(0).readout().at(0, 7));
  }

  @Test
  void aVectorHasACurveAndNoTiles() {
    ShownTensor shown = look("mask_token");
    assertEquals(Optional.empty(), shown.mosaic());
    assertEquals(13, shown.portrait().numbers().size());
  }

  @Test
  void onlyTheNewestChoiceIsReadAndShown() {
    AtomicInteger changes = new AtomicInteger();
    model.shownProperty().subscribe((old, now) -> changes.incrementAndGet());
    model.show(file, FILTERS);
    model.show(file, "pos_embed");
    model.show(file, "mask_token");
    assertTrue(model.busyProperty().get());
    work();
    assertEquals("mask_token", model.shownProperty().get().orElseThrow().portrait().name());
    assertEquals(1, changes.get());
    assertFalse(model.busyProperty().get());
  }

  @Test
  void whatComesAfterClearingIsDropped() {
    model.show(file, FILTERS);
    model.clear();
    work();
    assertEquals(Optional.empty(), model.shownProperty().get());
    assertFalse(model.busyProperty().get());
  }

  @Test
  void otherColorsDrawTheSameTensorAgain() {
    look("encoder." + TABLE);
    Tile light = mosaic().tiles().get(0);
    model.setColors(HeatColors.DARK);
    work();
    assertNotEquals(light.image(), mosaic().tiles().get(0).image());
  }

  @Test
  void anUnknownNameIsToldInASentence() {
    model.show(file, "nothing");
    work();
    assertEquals(Optional.empty(), model.shownProperty().get());
    assertTrue(model.problemProperty().get().startsWith("'nothing' cannot be shown"));
    look(FILTERS);
    assertEquals("", model.problemProperty().get());
  }
}
