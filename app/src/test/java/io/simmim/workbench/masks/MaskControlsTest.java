package io.simmim.workbench.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaskControlsTest {

  private final MaskControls controls = new MaskControls();

  @Test
  void theMaskIsTheOneOfTheCommandLineAndFollowsEveryControl() {
    controls.seedProperty().set(3);
    assertEquals(new MaskGenerator(192, 32, 4, 0.6).generate(new SplittableRandom(3)), mask());
    controls.chooseRatio(0.75);
    assertEquals(27, numbers().hidden());
    controls.patchSizeProperty().set(64);
    assertEquals(7, numbers().hidden(), "seven of nine, rounded up");
    assertEquals(7.0 / 9, numbers().ratio(), 1e-12);
    PatchMask before = mask();
    controls.again();
    assertNotEquals(before, mask());
    controls.maskingProperty().set(Masking.SQUARE);
    assertEquals(7, numbers().hidden());
  }

  @Test
  void theRatioStaysWithinItsBoundsInHundredths() {
    controls.chooseRatio(0.4567);
    assertEquals(0.46, controls.ratioProperty().get());
    controls.chooseRatio(2);
    assertEquals(MaskControls.MOST, controls.ratioProperty().get());
    controls.chooseRatio(-1);
    assertEquals(MaskControls.LEAST, controls.ratioProperty().get());
  }

  @Test
  void paintingBeginsWithTheMaskOnDisplay() {
    PatchMask drawn = mask();
    controls.maskingProperty().set(Masking.PAINTED);
    assertEquals(drawn, mask());
    controls.chooseRatio(0.9);
    controls.again();
    assertEquals(drawn, mask(), "what is painted follows the hand only");
    controls.clear();
    assertEquals(0, numbers().hidden());
    controls.paint(40, 70, true);
    assertEquals(1, numbers().hidden());
    assertTrue(mask().hidden(8, 16) && mask().hidden(15, 23));
    controls.invert();
    assertEquals(35, numbers().hidden());
    controls.paint(0, 0, false);
    assertEquals(34, numbers().hidden());
    controls.maskingProperty().set(Masking.RANDOM);
    assertEquals(33, numbers().hidden(), "of 36 at the ratio 0.9");
  }

  @Test
  void aFinerBrushCountsTheModelsPatches() {
    controls.clear();
    controls.paint(0, 0, true);
    controls.patchSizeProperty().set(4);
    controls.paint(100, 100, true);
    controls.patchSizeProperty().set(32);
    assertEquals(new Counted(65, 2304, 4), counted());
  }

  private record Counted(int hidden, int patches, int side) {}

  private Counted counted() {
    return new Counted(numbers().hidden(), numbers().patches(), numbers().side());
  }

  @Test
  void anotherModelsPatchesChangeWhatCanBeChosen() {
    assertEquals(List.of(4, 8, 16, 32, 64), Geometry.DEFAULT.maskPatchSizes());
    controls.patchSizeProperty().set(8);
    controls.setGeometry(new Geometry(224, 16));
    assertEquals(List.of(16, 32), controls.geometryProperty().get().maskPatchSizes());
    assertEquals(16, controls.patchSizeProperty().get());
    assertEquals(14, mask().width());
    assertEquals(List.of(14), new Geometry(98, 14).maskPatchSizes(), "of no usual size");
  }

  @Test
  void whatIsPaintedStaysForAModelWithFinerPatches() {
    controls.setGeometry(new Geometry(192, 16));
    controls.clear();
    controls.paint(0, 0, true);
    controls.setGeometry(new Geometry(192, 4));
    assertEquals(1, numbers().hidden());
    assertEquals(48, mask().width());
  }

  private PatchMask mask() {
    return controls.maskProperty().get();
  }

  private MaskNumbers numbers() {
    return MaskNumbers.of(
        mask(), controls.geometryProperty().get(), controls.patchSizeProperty().get());
  }
}
