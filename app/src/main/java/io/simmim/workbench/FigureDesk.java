package io.simmim.workbench;

import io.simmim.workbench.checkpoint.FigureActions;
import io.simmim.workbench.runs.ChartFiles;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks where pictures of tensors and charts go, and says when they are there. */
final class FigureDesk implements FigureActions, ChartFiles {

  private final Dialogs dialogs;
  private final ShellViewModel shell;
  private final Supplier<Path> start;

  /**
   * @param start folder to propose
   */
  FigureDesk(Dialogs dialogs, ShellViewModel shell, Supplier<Path> start) {
    this.dialogs = dialogs;
    this.shell = shell;
    this.start = start;
  }

  @Override
  public Optional<Path> askPlace(String fileName) {
    return dialogs.save("Save as", fileName, start.get());
  }

  @Override
  public void written(Path file) {
    shell.tell(Notice.done("It is in " + file + "."));
  }

  @Override
  public void failed(String sentence) {
    shell.tell(Notice.failed(sentence, ""));
  }
}
