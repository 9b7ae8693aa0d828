package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Theme;
import java.util.function.Consumer;

/**
 * What the window remembers from one start to the next.
 *
 * @param runsFolder folder that holds the runs; empty for the default
 * @param dataFolder the last folder of images; may be empty
 * @param config the last chosen configuration file; may be empty
 * @param checkpoint of the page Checkpoint
 * @param masks state of the page Masks
 * @param dataPage the last folder on the page Data; may be empty
 * @param runs of the table of runs
 * @param lesson the last lesson on the page Learn; may be empty
 */
public record Settings(
    double width,
    double height,
    boolean maximized,
    String page,
    Theme theme,
    String runsFolder,
    String dataFolder,
    String config,
    CheckpointMemory checkpoint,
    MasksSettings masks,
    String dataPage,
    RunsMemory runs,
    String lesson) {

  public static final Settings DEFAULT =
      new Settings(
          1440,
          900,
          false,
          "",
          Theme.LIGHT,
          "",
          "",
          "",
          CheckpointMemory.NOTHING,
          MasksSettings.DEFAULT,
          "",
          RunsMemory.NOTHING,
          "");

  /** A file of an older version lacks what was added since. */
  public Settings {
    checkpoint = checkpoint == null ? CheckpointMemory.NOTHING : checkpoint;
    dataPage = dataPage == null ? "" : dataPage;
    runs = runs == null ? RunsMemory.NOTHING : runs;
    lesson = lesson == null ? "" : lesson;
  }

  public Settings withSize(double newWidth, double newHeight, boolean nowMaximized) {
    return with(
        draft -> {
          draft.width = newWidth;
          draft.height = newHeight;
          draft.maximized = nowMaximized;
        });
  }

  public Settings withPage(String id) {
    return with(draft -> draft.page = id);
  }

  public Settings withTheme(Theme now) {
    return with(draft -> draft.theme = now);
  }

  public Settings withRunsFolder(String folder) {
    return with(draft -> draft.runsFolder = folder);
  }

  public Settings withDataFolder(String folder) {
    return with(draft -> draft.dataFolder = folder);
  }

  public Settings withConfig(String file) {
    return with(draft -> draft.config = file);
  }

  public Settings withCheckpoint(CheckpointMemory now) {
    return with(draft -> draft.checkpoint = now);
  }

  public Settings withMasks(MasksSettings now) {
    return with(draft -> draft.masks = now);
  }

  public Settings withDataPage(String folder) {
    return with(draft -> draft.dataPage = folder);
  }

  public Settings withRuns(RunsMemory now) {
    return with(draft -> draft.runs = now);
  }

  public Settings withLesson(String id) {
    return with(draft -> draft.lesson = id);
  }

  private Settings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settings();
  }

  /** A copy to be changed, so that each change names only what it changes. */
  private static final class Draft {
    double width;
    double height;
    boolean maximized;
    String page;
    Theme theme;
    String runsFolder;
    String dataFolder;
    String config;
    CheckpointMemory checkpoint;
    MasksSettings masks;
    String dataPage;
    RunsMemory runs;
    String lesson;

    Draft(Settings now) {
      width = now.width;
      height = now.height;
      maximized = now.maximized;
      page = now.page;
      theme = now.theme;
      runsFolder = now.runsFolder;
      dataFolder = now.dataFolder;
      config = now.config;
      checkpoint = now.checkpoint;
      masks = now.masks;
      dataPage = now.dataPage;
      runs = now.runs;
      lesson = now.lesson;
    }

    Settings settings() {
      return new Settings(
          width,
          height,
          maximized,
          page,
          theme,
          runsFolder,
          dataFolder,
          config,
          checkpoint,
          masks,
          dataPage,
          runs,
          lesson);
    }
  }
}
