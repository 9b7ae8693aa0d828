package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweptTagTest {

  @Test
  void runsOfASweepAreToldApartByTheirValues() {
    assertEquals(
        List.of("…RATIO 0.4, SIZE 16", "…0.4, 16"),
        SweptTag.brief("swin__img64_window4__MASK_RATIO-0.4__MASK_PATCH_SIZE-16"));
    assertEquals(List.of("…SEED 1", "…1"), SweptTag.brief("photos__SEED-1"));
    assertEquals(List.of("…LR 1e-4", "…1e-4"), SweptTag.brief("photos__BASE_LR-1e-4"));
  }

  @Test
  void asMuchIsShownAsThereIsRoomFor() {
    String tag = "photos__MASK_RATIO-0.4__MASK_PATCH_SIZE-16__SEED-1";
    assertEquals(tag, SweptTag.fitting(tag, words -> true));
    assertEquals(
        "…RATIO 0.4, SIZE 16, SEED 1", SweptTag.fitting(tag, words -> words.length() < 30));
    assertEquals("…0.4, 16, 1", SweptTag.fitting(tag, words -> words.length() < 20));
    assertEquals("…0.4, 16, 1", SweptTag.fitting(tag, words -> false), "every value has a part");
    assertEquals("swin_base", SweptTag.fitting("swin_base", words -> false));
  }

  @Test
  void otherTagsHaveNoValues() {
    assertEquals(List.of(), SweptTag.brief("swin_base__img192_window6__800ep"));
    assertEquals(List.of(), SweptTag.brief("MASK_RATIO-0.4"), "a tag of its own");
    assertEquals(List.of(), SweptTag.brief(""));
  }
}
