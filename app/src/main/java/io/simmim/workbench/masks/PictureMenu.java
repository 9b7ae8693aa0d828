package io.simmim.workbench.masks;

import io.simmim.core.data.scene.SampleScene;
import io.simmim.workbench.fx.Icons;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Chooses the picture: a file, what is on the clipboard, or one that the program draws. */
public final class PictureMenu extends MenuButton {

  private static final double WIDEST = 180;

  /**
   * @param open asks for a file
   * @param paste takes what is on the clipboard
   */
  public PictureMenu(String id, MasksViewModel model, Runnable open, Runnable paste) {
    super("Picture", Icons.of(Material2OutlinedAL.IMAGE));
    setId(id);
    setMnemonicParsing(false);
    setMaxWidth(WIDEST);
    setAccessibleText("choose the picture");
    Menu samples = new Menu("Sample pictures");
    for (SampleScene scene : SampleScene.values()) {
      ImageSource source = new ImageSource.Drawn(scene);
      samples.getItems().add(item(source.name(), () -> model.open(source)));
    }
    getItems().addAll(item("Open picture…   Ctrl+D", open), item("Paste   Ctrl+V", paste), samples);
    model
        .sourceProperty()
        .subscribe(source -> setText(source.map(ImageSource::name).orElse("Picture")));
  }

  private static MenuItem item(String title, Runnable action) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> action.run());
    return item;
  }
}
