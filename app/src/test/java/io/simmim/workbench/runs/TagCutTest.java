package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.OverrunStyle;
import org.junit.jupiter.api.Test;

class TagCutTest {

  @Test
  void runsOfASweepKeepTheirValues() {
    assertEquals(
        OverrunStyle.LEADING_ELLIPSIS,
        TagCut.of("swin_lesson__img64_window4__MASK_RATIO-0.4__MASK_PATCH_SIZE-16"));
    assertEquals(OverrunStyle.LEADING_ELLIPSIS, TagCut.of("photos__SEED-1"));
  }

  @Test
  void otherTagsKeepBeginningAndEnd() {
    assertEquals(OverrunStyle.CENTER_ELLIPSIS, TagCut.of("swin_base__img192_window6__800ep"));
    assertEquals(OverrunStyle.CENTER_ELLIPSIS, TagCut.of(""));
  }
}
