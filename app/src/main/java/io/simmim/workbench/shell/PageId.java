package io.simmim.workbench.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The pages of the rail, in its order. */
public enum PageId {
  EXPERIMENT("Experiment", Material2OutlinedMZ.TUNE),
  RUNS("Runs", Material2OutlinedAL.INSIGHTS);

  private final String title;
  private final Ikon icon;

  PageId(String title, Ikon icon) {
    this.title = title;
    this.icon = icon;
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
    return EXPERIMENT;
  }
}
