package io.simmim.workbench.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SweptTagTest {

  @Test
  void runsOfASweepAreToldApartByTheirValues() {
    assertEquals(
        Optional.of("…RATIO 0.4, SIZE 16"),
        SweptTag.brief("swin__img64_window4__MASK_RATIO-0.4__MASK_PATCH_SIZE-16"));
    assertEquals(Optional.of("…SEED 1"), SweptTag.brief("photos__SEED-1"));
    assertEquals(Optional.of("…LR 1e-4"), SweptTag.brief("photos__BASE_LR-1e-4"));
  }

  @Test
  void otherTagsHaveNoValues() {
    assertEquals(Optional.empty(), SweptTag.brief("swin_base__img192_window6__800ep"));
    assertEquals(Optional.empty(), SweptTag.brief("MASK_RATIO-0.4"), "a tag of its own");
    assertEquals(Optional.empty(), SweptTag.brief(""));
  }
}
