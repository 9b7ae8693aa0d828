package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.masks.CellOutline;
import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.StagePanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Lesson 5: four pictures, and one square of them from the feature vector to the pixels. */
final class HeadLesson implements LessonBody {

  private final LearnViewModel model;
  private final MasksViewModel picture;
  private final LessonStage stage;
  private final HeadDiagram diagram;
  private final VBox body;

  HeadLesson(LearnViewModel model) {
    this.model = model;
    picture = model.picture();
    stage = new LessonStage("lesson-head", this::panels, picture);
    diagram = new HeadDiagram(model.head(), nextSquare());
    stage.stage().setOnPicked(model.head()::chooseAt);
    model.head().squareProperty().subscribe(this::outline);
    body = new VBox(stage, diagram);
    body.getStyleClass().add("lesson-body");
  }

  @Override
  public Node node() {
    return body;
  }

  @Override
  public void setTheme(Theme theme) {
    diagram.setTheme(theme);
  }

  private Button nextSquare() {
    Button next = new Button("Next square", Icons.of(Material2OutlinedAL.ARROW_FORWARD));
    next.setId("lesson-next-square");
    next.getStyleClass().add("small");
    next.setMinWidth(Button.USE_PREF_SIZE);
    next.setAccessibleText("the next hidden square");
    next.setTooltip(new Tooltip("The next hidden square"));
    next.setOnAction(event -> model.head().next());
    return next;
  }

  private List<StagePanel> panels() {
    List<StagePanel> panels = new ArrayList<>();
    picture
        .pictureProperty()
        .get()
        .ifPresent(
            now -> {
              panels.add(StagePanel.single("Original", now.original()));
              panels.add(StagePanel.single("Masked", now.masked()));
              picture.first().filledProperty().get().ifPresent(filled -> add(panels, filled));
            });
    return panels;
  }

  private static void add(List<StagePanel> panels, Filled filled) {
    panels.add(StagePanel.single("Prediction", filled.panels().reconstruction()));
    panels.add(
        StagePanel.single(
            String.format(Locale.ROOT, "Error: L1 %.3f", filled.loss()), filled.panels().error()));
  }

  private void outline(Optional<PredictedSquare> square) {
    stage
        .stage()
        .outline(
            square
                .map(
                    s ->
                        new CellOutline(
                            s.row() * s.head().stride(),
                            s.column() * s.head().stride(),
                            s.head().stride()))
                .orElse(CellOutline.NONE));
  }
}
