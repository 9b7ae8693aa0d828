package io.simmim.workbench.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's dialogs, over one window. */
public final class Dialogs {

  private final Window owner;

  public Dialogs(Window owner) {
    this.owner = owner;
  }

  /** Asks for a folder, starting near {@code start}; empty when cancelled. */
  public Optional<Path> folder(String title, Path start) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  /**
   * Asks for a file, starting near {@code start}; empty when cancelled.
   *
   * @param patterns of the names to show first, such as {@code *.pth}
   */
  public Optional<Path> file(String title, List<String> patterns, Path start) {
    return Optional.ofNullable(chooser(title, patterns, start).showOpenDialog(owner))
        .map(File::toPath);
  }

  /** Asks for files, starting near {@code start}; empty when cancelled. */
  public List<Path> files(String title, List<String> patterns, Path start) {
    List<File> chosen = chooser(title, patterns, start).showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  /** Asks for a file to write, proposing a name near {@code start}; empty when cancelled. */
  public Optional<Path> save(String title, String fileName, Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(fileName);
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, List<String> patterns, Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    String shown = title + " (" + String.join(", ", patterns) + ")";
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(shown, patterns),
            new FileChooser.ExtensionFilter("All files", "*"));
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return chooser;
  }

  /** Asks for a line of text; empty when cancelled or left blank. */
  public Optional<String> text(String title, String question, String proposal) {
    TextInputDialog dialog = new TextInputDialog(proposal);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText(question);
    dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
  }

  /** Puts text on the clipboard. */
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static Optional<File> nearest(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder)) {
        return Optional.of(folder.toFile());
      }
    }
    return Optional.empty();
  }
}
