package io.simmim.workbench.runs;

import java.util.regex.Pattern;
import javafx.scene.control.OverrunStyle;

/** Where a tag is cut that is too long, so that what tells it from its neighbours stays. */
final class TagCut {

  /** Runs of a sweep begin alike and end with their values: {@code photos__MASK_RATIO-0.4}. */
  private static final Pattern SWEPT = Pattern.compile(".*__[A-Z][A-Z0-9_]*-[^_]+");

  private TagCut() {}

  static OverrunStyle of(String tag) {
    return SWEPT.matcher(tag).matches()
        ? OverrunStyle.LEADING_ELLIPSIS
        : OverrunStyle.CENTER_ELLIPSIS;
  }
}
