package io.simmim.workbench.masks;

/** How the large pictures are laid out. */
public enum StageMode {
  SIDE_BY_SIDE("Side by side", "Masked, reconstruction and original beside each other"),
  DIVIDER("Divider", "Two pictures in one, with a divider to drag"),
  ERROR("Error map", "How far the reconstruction is off, dark to bright");

  private final String title;
  private final String says;

  StageMode(String title, String says) {
    this.title = title;
    this.says = says;
  }

  public String title() {
    return title;
  }

  public String says() {
    return says;
  }

  /** The one of that name, or the first. */
  public static StageMode of(String name) {
    for (StageMode mode : values()) {
      if (mode.name().equals(name)) {
        return mode;
      }
    }
    return SIDE_BY_SIDE;
  }
}
