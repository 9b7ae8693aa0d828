package io.simmim.workbench.start;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.StatusPill;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A run with its newest reconstruction. The whole card is a button that opens it. */
final class RunCard extends Button {

  private final PictureLoader loader;
  private final ImageView picture = new ImageView();
  private final StackPane frame = new StackPane(Icons.of(Material2OutlinedAL.INSIGHTS), picture);
  private final Label name = label("run-card-name");
  private final Label tag = label("muted");
  private final Label doing = label("muted");
  private final StatusPill pill = new StatusPill();
  private final Label best = label("num");
  private final Label when = label("muted");
  private List<Path> shown = List.of();
  private RecentRun run;

  /**
   * @param side of the picture
   */
  RunCard(int place, PictureLoader loader, ObservableValue<Number> side, Consumer<RecentRun> open) {
    this.loader = loader;
    setId("recent-run-" + place);
    getStyleClass().add("run-card");
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    picture.fitWidthProperty().bind(side);
    picture.fitHeightProperty().bind(side);
    frame.getStyleClass().add("run-card-picture");
    side.subscribe(
        now -> {
          frame.setMinSize(now.doubleValue(), now.doubleValue());
          frame.setMaxSize(now.doubleValue(), now.doubleValue());
        });
    name.setId("recent-name-" + place);
    tag.setId("recent-tag-" + place);
    best.setId("recent-best-" + place);
    pill.setId("recent-status-" + place);
    pill.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(row(name, pill), tag, doing, row(best, when));
    words.getStyleClass().add("run-card-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox content = new HBox(frame, words);
    content.getStyleClass().add("run-card-content");
    setGraphic(content);
    setOnAction(event -> open.accept(run));
  }

  void show(RecentRun now) {
    run = now;
    name.setText(now.name());
    tag.setText(now.tag());
    doing.setText(now.doing());
    pill.show(now.state());
    best.setText(now.best());
    when.setText(now.when());
    setAccessibleText(
        String.join(", ", now.name(), now.tag(), now.doing(), now.state().word(), now.best()));
    setTooltip(new Tooltip(now.name() + " / " + now.tag()));
    if (!now.pictures().equals(shown)) {
      shown = now.pictures();
      load();
    }
  }

  private void load() {
    List<Path> wanted = shown;
    picture.setImage(null);
    if (wanted.isEmpty()) {
      return;
    }
    Path newest = wanted.get(wanted.size() - 1);
    loader.load(List.of(List.of(newest)), images -> take(wanted, images.get(0).get(0)));
  }

  private void take(List<Path> of, Optional<Image> image) {
    if (of.equals(shown)) {
      picture.setImage(image.orElse(null));
    }
  }

  private static HBox row(Label left, Label right) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    right.setMinWidth(USE_PREF_SIZE);
    HBox row = new HBox(left, gap, right);
    row.getStyleClass().add("tight-row");
    return row;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    return label;
  }
}
