package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Theme;

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
    RunsMemory runs) {

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
          RunsMemory.NOTHING);

  /** A file of an older version lacks what was added since. */
  public Settings {
    checkpoint = checkpoint == null ? CheckpointMemory.NOTHING : checkpoint;
    dataPage = dataPage == null ? "" : dataPage;
    runs = runs == null ? RunsMemory.NOTHING : runs;
  }

  public Settings withSize(double newWidth, double newHeight, boolean nowMaximized) {
    return new Settings(
        newWidth,
        newHeight,
        nowMaximized,
        page,
        theme,
        runsFolder,
        dataFolder,
        config,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withPage(String newPage) {
    return new Settings(
        width,
        height,
        maximized,
        newPage,
        theme,
        runsFolder,
        dataFolder,
        config,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withTheme(Theme newTheme) {
    return new Settings(
        width,
        height,
        maximized,
        page,
        newTheme,
        runsFolder,
        dataFolder,
        config,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withRunsFolder(String folder) {
    return new Settings(
        width,
        height,
        maximized,
        page,
        theme,
        folder,
        dataFolder,
        config,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withDataFolder(String folder) {
    return new Settings(
        width,
        height,
        maximized,
        page,
        theme,
        runsFolder,
        folder,
        config,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withConfig(String file) {
    return new Settings(
        width,
        height,
        maximized,
        page,
        theme,
        runsFolder,
        dataFolder,
        file,
        checkpoint,
        masks,
        dataPage,
        runs);
  }

  public Settings withCheckpoint(CheckpointMemory memory) {
    return new Settings(
        width,
        height,
        maximized,
        page,
        theme,
        runsFolder,
        dataFolder,
        config,
        memory,
        masks,
        dataPage,
        runs);
  }

  public Settings withMasks(MasksSettings now) {
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
        now,
        dataPage,
        runs);
  }

  public Settings withDataPage(String folder) {
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
        folder,
        runs);
  }

  public Settings withRuns(RunsMemory memory) {
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
        memory);
  }
}
