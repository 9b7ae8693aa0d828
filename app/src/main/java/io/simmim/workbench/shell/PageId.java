package io.simmim.workbench.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The pages of the rail, in its order. */
public enum PageId {
  START(1, "Start", Material2OutlinedAL.HOME),
  EXPERIMENT(2, "Experiment", Material2OutlinedMZ.TUNE),
  RUNS(3, "Runs", Material2OutlinedAL.INSIGHTS),
  MASKS(4, "Masks", Material2OutlinedAL.GRID_ON),
  CHECKPOINT(5, "Checkpoint", Material2OutlinedMZ.SAVE),
  DATA(6, "Data", Material2OutlinedMZ.PHOTO_LIBRARY),
  LEARN(7, "Learn", Material2OutlinedMZ.SCHOOL);

  private final int number;
  private final String title;
  private final Ikon icon;

  PageId(int number, String title, Ikon icon) {
    this.number = number;
    this.title = title;
    this.icon = icon;
  }

  /** The digit of its key. */
  public int number() {
    return number;
  }

  public String title() {
    return title;
  }

  public Ikon icon() {
    return icon;
  }

  /** The page of that name, or the first one. */
  public static PageId of(String name) {
    for (PageId page : values()) {
      if (page.name().equals(name)) {
        return page;
      }
    }
    return START;
  }
}
