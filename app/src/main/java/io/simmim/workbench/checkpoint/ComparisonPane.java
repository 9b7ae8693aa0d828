package io.simmim.workbench.checkpoint;

import atlantafx.base.controls.CustomTextField;
import io.simmim.core.inspect.CheckpointDiff.Part;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** Two files side by side. */
final class ComparisonPane extends StackPane {

  private final ComparisonViewModel model;
  private final CheckpointActions actions;
  private final Label sentence = new Label();
  private final Label files = new Label();
  private final HBox parts = new HBox();
  private final VBox result = new VBox();
  private final VBox refused = new VBox();
  private final Waiting waiting;

  ComparisonPane(ComparisonViewModel model, CheckpointActions actions) {
    this.model = model;
    this.actions = actions;
    getStyleClass().add("comparison");
    waiting = new Waiting("comparison-waiting", model::clear);
    sentence.setId("comparison-sentence");
    sentence.getStyleClass().add("section-title");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    files.setId("comparison-files");
    files.getStyleClass().addAll("muted", "num");
    parts.getStyleClass().add("fit-bar");
    DifferenceTable table = new DifferenceTable(model, actions::copy);
    VBox.setVgrow(table, Priority.ALWAYS);
    result.getChildren().addAll(head(), filterBar(), table);
    result.getStyleClass().add("tensor-list");
    refused.getStyleClass().add("result-place");
    getChildren().addAll(result, refused, waiting);
    model.stateProperty().subscribe(this::show);
  }

  private HBox head() {
    VBox words = new VBox(sentence, files, parts);
    words.getStyleClass().add("tight-column");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(words, new CompareButton("comparison-another", "Another…", actions));
    head.getStyleClass().add("tight-row");
    return head;
  }

  private HBox filterBar() {
    CustomTextField search = new CustomTextField();
    search.setId("comparison-search");
    search.setPromptText("Search names");
    search.setAccessibleText("Search names of tensors and values");
    search.setLeft(Icons.of(Material2MZ.SEARCH));
    search.setPrefWidth(240);
    search.textProperty().bindBidirectional(model.searchProperty());
    CheckBox different = new CheckBox("only different");
    different.setId("comparison-different");
    different.selectedProperty().bindBidirectional(model.onlyDifferentProperty());
    different.setMinWidth(USE_PREF_SIZE);
    Label count = new Label();
    count.setId("comparison-count");
    count.getStyleClass().addAll("muted", "small");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> InWords.count(model.shown().size()) + " shown", model.shown()));
    HBox bar = new HBox(search, different, count);
    bar.getStyleClass().add("filter-bar");
    return bar;
  }

  private void show(ComparisonState state) {
    if (state instanceof ComparisonState.Comparing comparing) {
      waiting.begin("Comparing with " + comparing.b().getFileName() + "…");
    } else {
      waiting.end();
    }
    result.setVisible(state instanceof ComparisonState.Compared);
    refused.setVisible(state instanceof ComparisonState.Refused);
    if (state instanceof ComparisonState.Compared compared) {
      show(compared.comparison());
    } else if (state instanceof ComparisonState.Refused failure) {
      refused
          .getChildren()
          .setAll(
              new RefusalCard(
                  failure.sentence(),
                  failure.details(),
                  actions::copy,
                  new CompareButton("comparison-refused-another", "Another…", actions)));
    }
  }

  private void show(Comparison comparison) {
    sentence.setText(comparison.sentence());
    files.setText("A " + shown(comparison.a()) + "    B " + shown(comparison.b()));
    parts.getChildren().clear();
    for (Part part : Part.values()) {
      Label chip =
          new Label(part.name().toLowerCase(Locale.ROOT) + ": " + comparison.parts().get(part));
      chip.setId("comparison-" + part.name().toLowerCase(Locale.ROOT));
      chip.getStyleClass().addAll("muted", "small");
      chip.setMinWidth(40);
      parts.getChildren().add(chip);
    }
  }

  private static String shown(Path path) {
    int names = path.getNameCount();
    return names > 2 ? "…/" + path.subpath(names - 2, names) : path.toString();
  }
}
