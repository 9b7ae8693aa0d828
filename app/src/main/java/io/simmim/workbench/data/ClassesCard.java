package io.simmim.workbench.data;

import io.simmim.core.survey.ClassCount;
import io.simmim.core.survey.FolderReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many images each class has, as bars; a click shows only that class. */
final class ClassesCard extends VBox {

  private final ListView<ClassCount> list = new ListView<>();
  private final Label balance = new Label();
  private final IntegerProperty most = new SimpleIntegerProperty(this, "most", 1);
  private List<ClassCount> shown = List.of();

  ClassesCard(DataPageViewModel model) {
    getStyleClass().add("panel");
    Label title = new Label("Classes");
    title.getStyleClass().add("section-title");
    balance.setId("data-balance");
    balance.getStyleClass().addAll("muted", "small");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, balance);
    head.getStyleClass().add("panel-head");
    list.setId("data-class-list");
    list.getStyleClass().add("class-list");
    list.setAccessibleText("classes and their images");
    list.setFixedCellSize(24);
    list.setCellFactory(view -> new ClassCell(model, most));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.setMinHeight(0);
    list.setPrefHeight(0);
    getChildren().addAll(head, list);
    managedProperty().bind(visibleProperty());
    model.stateProperty().subscribe(state -> show(state.report()));
  }

  private void show(Optional<FolderReport> report) {
    List<ClassCount> classes = report.map(FolderReport::classes).orElse(List.of());
    setVisible(!classes.isEmpty());
    if (classes.equals(shown)) {
      return;
    }
    shown = classes;
    most.set(Math.max(1, classes.stream().mapToInt(ClassCount::all).max().orElse(1)));
    list.getItems().setAll(classes);
    balance.setText(report.map(ClassesCard::inWords).orElse(""));
  }

  private static String inWords(FolderReport report) {
    double ratio = report.imbalance();
    if (ratio == 0) {
      return "some are empty";
    }
    return ratio < 1.05 ? "balanced" : String.format(Locale.ROOT, "largest %.1f × smallest", ratio);
  }
}
