package io.simmim.workbench.experiment;

import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.picture.PixelView;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A few of the user's images in a row, each over its caption; none where there is no room. */
final class SamplePictures extends HBox {

  private static final double LARGEST = 280;
  private static final double LEAST = 64;

  SamplePictures(ObservableValue<List<SamplePicture>> pictures) {
    getStyleClass().add("samples");
    setMinHeight(0);
    setPrefHeight(0);
    visibleProperty()
        .bind(heightProperty().greaterThan(LEAST).and(Bindings.isNotEmpty(getChildren())));
    pictures.subscribe(this::show);
  }

  private void show(List<SamplePicture> pictures) {
    getChildren().clear();
    for (int i = 0; i < pictures.size(); i++) {
      getChildren().add(picture(i, pictures.get(i), LARGEST / pictures.size()));
    }
  }

  private static VBox picture(int index, SamplePicture sample, double width) {
    PixelView view = new PixelView();
    view.setId("sample-" + index);
    view.setImage(Pictures.of(sample.image()));
    view.setPrefSize(width, width);
    view.setMaxHeight(LARGEST);
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox box = new VBox(view);
    box.getStyleClass().add("sample");
    box.setPrefWidth(width);
    HBox.setHgrow(box, Priority.ALWAYS);
    if (sample.caption().isEmpty()) {
      view.setAccessibleText("one of your images with the hidden patches grey");
    } else {
      view.setAccessibleText("one of your images, of class " + sample.caption());
      Label caption = new Label(sample.caption());
      caption.getStyleClass().add("sample-caption");
      caption.setMinHeight(Label.USE_PREF_SIZE);
      caption.setMaxWidth(width);
      box.getChildren().add(caption);
    }
    return box;
  }
}
