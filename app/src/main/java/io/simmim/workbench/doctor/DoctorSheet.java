package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Finding;
import io.simmim.workbench.fx.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Over the pages: what was found to compute with, row by row as it is found. */
public final class DoctorSheet extends VBox {

  private static final double WIDTH = 820;
  private static final double USUAL_HEIGHT = 192;
  private static final String EXAMINING = "Looking, and computing something small…";

  private final DoctorViewModel model;
  private final VBox rows = new VBox();
  private final HBox verdict = new HBox();

  /**
   * @param copy puts all findings on the clipboard
   */
  public DoctorSheet(DoctorViewModel model, Runnable copy) {
    this.model = model;
    setId("doctor");
    getStyleClass().addAll("sheet", "doctor-sheet");
    setPrefWidth(WIDTH);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setMinHeight(0);
    rows.getStyleClass().add("findings");
    ScrollPane scroll = new RowsScroll(rows);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    verdict.setId("doctor-verdict-row");
    verdict.getStyleClass().add("doctor-verdict");
    verdict.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head(), scroll, verdict, foot(copy));
    model.findings().addListener((ListChangeListener<Finding>) change -> showRows());
    model.verdictProperty().subscribe(now -> showVerdict());
    model.runningProperty().subscribe(now -> showVerdict());
    showRows();
  }

  private HBox head() {
    Label title = new Label("Engine doctor");
    title.getStyleClass().add("title-4");
    Label words = new Label("What trainings can compute with on this machine");
    words.getStyleClass().add("muted");
    HBox head =
        new HBox(
            title,
            words,
            gap(),
            Icons.button(
                "doctor-close",
                Material2AL.CLOSE,
                "Close (Esc)",
                () -> model.openProperty().set(false)));
    head.getStyleClass().add("sweep-head");
    head.setMinHeight(USE_PREF_SIZE);
    return head;
  }

  private HBox foot(Runnable copy) {
    Label command = new Label("On a server: simmim doctor");
    command.getStyleClass().addAll("muted", "small");
    HBox foot =
        new HBox(
            command,
            gap(),
            button("doctor-copy", "Copy", "Copy all findings, to send them to somebody", copy),
            button(
                "doctor-again",
                "Look again",
                "Examine this machine anew, after something was changed",
                model::examine));
    foot.getStyleClass().add("sweep-head");
    foot.setMinHeight(USE_PREF_SIZE);
    return foot;
  }

  private Button button(String id, String title, String says, Runnable action) {
    Button button =
        new Button(
            title,
            Icons.of(id.equals("doctor-copy") ? Material2AL.CONTENT_COPY : Material2MZ.REFRESH));
    button.setId(id);
    button.setTooltip(new Tooltip(says));
    button.setAccessibleText(says);
    button.disableProperty().bind(model.runningProperty());
    button.setOnAction(event -> action.run());
    return button;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void showRows() {
    List<FindingRow> shown = new ArrayList<>();
    String above = "";
    for (Finding finding : model.findings()) {
      boolean same = finding.topic().equals(above);
      shown.add(new FindingRow(shown.size(), finding, same ? "" : finding.topic()));
      above = finding.topic();
    }
    rows.getChildren().setAll(shown);
  }

  /** As high as its rows, and from the beginning as high as the usual ones, so as not to jump. */
  private static final class RowsScroll extends ScrollPane {

    RowsScroll(VBox rows) {
      super(rows);
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      getStyleClass().add("quiet-scroll");
    }

    @Override
    protected double computePrefHeight(double width) {
      return Math.max(USUAL_HEIGHT, getContent().prefHeight(getWidth()) + 2);
    }
  }

  private void showVerdict() {
    DoctorViewModel.Verdict now = model.verdictProperty().get();
    boolean running = model.runningProperty().get();
    Label words = new Label(running ? EXAMINING : now.sentence());
    words.setId("doctor-verdict");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.getStyleClass().add(running ? "muted" : "verdict-sentence");
    verdict.getStyleClass().removeAll("doctor-good", "doctor-bad");
    if (running) {
      ProgressBar bar = new ProgressBar();
      bar.getStyleClass().add("task-bar");
      bar.setAccessibleText("progress of the examination");
      verdict.getChildren().setAll(new StackPane(bar), words);
    } else {
      verdict.getStyleClass().add(now.usable() ? "doctor-good" : "doctor-bad");
      verdict
          .getChildren()
          .setAll(FindingRow.icon(now.usable() ? Finding.Level.GOOD : Finding.Level.FAULT), words);
    }
  }
}
