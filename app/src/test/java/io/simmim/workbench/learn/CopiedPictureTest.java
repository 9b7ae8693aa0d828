package io.simmim.workbench.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.core.image.RgbImage;
import io.simmim.core.mask.MaskGenerator;
import io.simmim.core.mask.PatchMask;
import io.simmim.core.reconstruct.Panels;
import io.simmim.workbench.masks.MaskedPicture;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CopiedPictureTest {

  private static final RgbImage FOREST = SampleScene.FOREST.draw(96, 7);

  private static CopiedPicture copied(RgbImage image, PatchMask mask) {
    return CopiedPicture.of(new MaskedPicture(image, mask, Panels.masked(image, mask)));
  }

  private static PatchMask random(int patch) {
    return new MaskGenerator(96, patch, 4, 0.5).generate(new SplittableRandom(1));
  }

  @Test
  void largePatchesLeaveLittleToCopy() {
    double small = copied(FOREST, random(4)).loss();
    double large = copied(FOREST, random(32)).loss();
    assertTrue(small > 0 && large > 1.2 * small, small + " and " + large);
  }

  @Test
  void hiddenPixelsGetTheColourOfTheNearestVisibleOne() {
    byte[] rgb = new byte[8 * 8 * 3];
    Arrays.fill(rgb, 0, 8 * 4 * 3, (byte) 200);
    RgbImage image = new RgbImage(8, 8, rgb);
    BitSet hidden = new BitSet();
    hidden.set(1); // the upper right quarter, between a bright and a dark one
    CopiedPicture copied = copied(image, new PatchMask(2, 2, hidden));
    assertEquals(200, copied.image().sample(1, 4, 0), "one to the left");
    assertEquals(0, copied.image().sample(3, 7, 0), "one below");
    assertEquals(200, copied.image().sample(0, 0, 0), "visible pixels stay");
  }

  @Test
  void whereNothingIsVisibleNothingIsCopied() {
    PatchMask all = PatchMask.visible(24, 24).inverted();
    CopiedPicture copied = copied(FOREST, all);
    assertArrayEquals(Panels.masked(FOREST, all).rgb(), copied.image().rgb());
    assertEquals(0, copied(FOREST, all.inverted()).loss());
  }
}
