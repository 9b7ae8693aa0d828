package io.simmim.workbench.data;

import io.simmim.core.survey.FileProblem;
import io.simmim.core.survey.FolderReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/** Files with something wrong or odd about them, each with its reason. */
final class ProblemsPane extends StackPane {

  private final TableView<FileProblem> table = new TableView<>();
  private final Label nothing = new Label();
  private List<FileProblem> shown = List.of();

  ProblemsPane(DataPageViewModel model) {
    table.setId("data-problems");
    table.getStyleClass().add("dense-table");
    table.setAccessibleText("files with something wrong or odd about them");
    table.setFixedCellSize(28);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("What it means", 118, problem -> meaning(problem.kind())));
    table.getColumns().add(column("File", 190, FileProblem::relativePath));
    table.getColumns().add(column("Reason", 360, FileProblem::reason));
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    table.setPlaceholder(nothing);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (p, old, now) -> {
              if (now != null) {
                model.selectedProperty().set(Optional.of(now.file()));
              }
            });
    setMinSize(0, 0);
    getChildren().add(table);
    model.stateProperty().subscribe(this::show);
  }

  private void show(SurveyState state) {
    List<FileProblem> problems = state.report().map(FolderReport::problems).orElse(List.of());
    if (!problems.equals(shown)) {
      shown = problems;
      table.getItems().setAll(problems);
    }
    nothing.setText(
        state.busy()
            ? "Nothing so far."
            : state.everything()
                ? "Every file was decoded, and nothing is wrong with any."
                : "Nothing is wrong as far as the heads of the files tell.");
  }

  private static String meaning(FileProblem.Kind kind) {
    return switch (kind) {
      case REFUSED -> "left out";
      case ODD -> "odd";
      case SMALL -> "enlarged";
    };
  }

  private static TableColumn<FileProblem, String> column(
      String title, double width, Function<FileProblem, String> words) {
    TableColumn<FileProblem, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setCellValueFactory(c -> new SimpleStringProperty(words.apply(c.getValue())));
    column.setCellFactory(c -> new ReasonCell());
    return column;
  }

  /** A text that is often longer than its column. */
  private static final class ReasonCell extends TableCell<FileProblem, String> {
    @Override
    protected void updateItem(String text, boolean empty) {
      super.updateItem(text, empty);
      setText(empty ? null : text);
      setTooltip(empty || text == null ? null : new Tooltip(text));
      boolean bad = !empty && "left out".equals(text);
      getStyleClass().remove("ill-cell");
      if (bad) {
        getStyleClass().add("ill-cell");
      }
    }
  }
}
