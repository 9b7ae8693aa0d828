package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Takes files that are dropped anywhere on the window; a sheet says what will become of them. */
public final class FileDrop extends StackPane {

  private final Label hint = new Label();
  private final Function<List<Path>, String> says;
  private final Consumer<List<Path>> receiver;

  /**
   * @param says what a drop of these files would do
   * @param receiver takes dropped files
   */
  public FileDrop(Function<List<Path>, String> says, Consumer<List<Path>> receiver) {
    this.says = says;
    this.receiver = receiver;
    getStyleClass().add("scrim");
    setId("file-drop");
    setVisible(false);
    setMouseTransparent(true);
    hint.setId("file-drop-hint");
    hint.getStyleClass().add("title-4");
    VBox sheet = new VBox(Icons.of(Material2OutlinedAL.GET_APP), hint);
    sheet.getStyleClass().addAll("sheet", "drop-sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    getChildren().add(sheet);
  }

  /** Listens to all that is dragged over a node, before anything in it does. */
  void watch(Node node) {
    node.addEventFilter(DragEvent.DRAG_OVER, this::over);
    node.addEventFilter(DragEvent.DRAG_EXITED, event -> leave());
    node.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
  }

  /** Files hang over the window. */
  public void hover(List<Path> files) {
    hint.setText(says.apply(files));
    setVisible(true);
  }

  /** They hang there no more. */
  public void leave() {
    setVisible(false);
  }

  /** They were dropped. */
  public void drop(List<Path> files) {
    leave();
    receiver.accept(files);
  }

  private void over(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      hover(paths(event.getDragboard().getFiles()));
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      List<Path> files = paths(event.getDragboard().getFiles());
      event.setDropCompleted(true);
      event.consume();
      drop(files);
    }
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
