package io.simmim.workbench.start;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PictureLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The newest runs in rows of three, or what to expect while there are none. */
final class RecentPane extends VBox {

  private static final int COLUMNS = 3;
  private static final int ROWS = 2;

  private final StartViewModel model;
  private final ObservableValue<Boolean> tall;
  private final GridPane grid = new GridPane();
  private final List<RunCard> cards = new ArrayList<>();
  private final Label nothing = new Label();

  /**
   * @param loaders makes a loader of pictures for each card
   * @param side of each picture
   * @param tall whether there is room for all rows, rather than for two
   */
  RecentPane(
      StartViewModel model,
      StartActions actions,
      Supplier<PictureLoader> loaders,
      ObservableValue<Number> side,
      ObservableValue<Boolean> tall) {
    this.model = model;
    this.tall = tall;
    getStyleClass().add("recent-runs");
    for (int i = 0; i < StartViewModel.MOST_RUNS; i++) {
      cards.add(new RunCard(i, loaders.get(), side, run -> actions.openRun(run.folder())));
    }
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / COLUMNS);
      column.setFillWidth(true);
      grid.getColumnConstraints().add(column);
    }
    grid.getStyleClass().add("recent-grid");
    getChildren().addAll(head(actions), grid, empty());
    model.recent().addListener((ListChangeListener<RecentRun>) change -> show());
    model.knownProperty().subscribe(known -> show());
    tall.addListener((p, old, now) -> show());
  }

  private HBox head(StartActions actions) {
    Label title = new Label("Recent runs");
    title.getStyleClass().add("section-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Hyperlink all = new Hyperlink("All runs");
    all.setId("all-runs");
    all.setOnAction(event -> actions.showAllRuns());
    all.visibleProperty().bind(grid.visibleProperty());
    HBox head = new HBox(title, gap, all);
    head.getStyleClass().add("tight-row");
    return head;
  }

  private StackPane empty() {
    nothing.setId("recent-nothing");
    nothing.setWrapText(true);
    nothing.getStyleClass().add("muted");
    VBox words = new VBox(Icons.of(Material2OutlinedAL.INSIGHTS), nothing);
    words.getStyleClass().add("empty");
    StackPane place = new StackPane(words);
    place.getStyleClass().add("recent-empty");
    place.visibleProperty().bind(grid.visibleProperty().not());
    place.managedProperty().bind(place.visibleProperty());
    return place;
  }

  private void show() {
    int most = tall.getValue() ? StartViewModel.MOST_RUNS : ROWS * COLUMNS;
    List<RecentRun> runs = model.recent().stream().limit(most).toList();
    if (grid.getChildren().size() != runs.size()) {
      grid.getChildren().clear();
      for (int i = 0; i < runs.size(); i++) {
        grid.add(cards.get(i), i % COLUMNS, i / COLUMNS);
      }
    }
    for (int i = 0; i < runs.size(); i++) {
      cards.get(i).show(runs.get(i));
    }
    grid.setVisible(!runs.isEmpty());
    grid.setManaged(!runs.isEmpty());
    nothing.setText(
        model.knownProperty().get()
            ? "No runs yet. What you train shows up here with its newest reconstruction."
            : "Looking for runs…");
  }
}
