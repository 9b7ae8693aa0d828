package io.simmim.workbench.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's dialogs, over one window. */
public final class Dialogs {

  private static final List<String> PICTURES =
      Stream.of("jpg", "jpeg", "png", "webp", "tif", "tiff", "gif", "bmp")
          .flatMap(end -> Stream.of("*." + end, "*." + end.toUpperCase(Locale.ROOT)))
          .toList();

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
   * @param pattern of the names to show first, such as {@code *.pth}
   */
  public Optional<Path> file(String title, String pattern, Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(title + " (" + pattern + ")", pattern),
            new FileChooser.ExtensionFilter("All files", "*"));
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  /** Asks for a picture file, starting near {@code start}; empty when cancelled. */
  public Optional<Path> picture(String title, Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Pictures", PICTURES),
            new FileChooser.ExtensionFilter("All files", "*"));
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  /** Asks where to save a PNG file, proposing a name; empty when cancelled. */
  public Optional<Path> savePng(String title, String name, Path start) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG picture", "*.png"));
    nearest(start).ifPresent(chooser::setInitialDirectory);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
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
