package io.simmim.workbench.start;

import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.picture.PictureLoader;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The page Start: three large choices, the newest runs below. */
public final class StartView extends ScrollPane {

  private static final String TRAIN =
      "Choose a folder of pictures; a preset that fits their number, their size and your device is"
          + " set up, ready to launch.";

  /** From this size on, in pixels, there is room for larger pictures. */
  private static final double ROOMY_WIDTH = 1500;

  private static final double ROOMY_HEIGHT = 860;

  /** From these heights on, a third row of runs is in view: with small and with large pictures. */
  private static final double TALL = 770;

  private static final double TALL_AND_ROOMY = 985;

  private static final double CHOICE_SIDE = 84;
  private static final double RUN_SIDE = 88;
  private static final double ROOMY_SIDE = 144;

  private final BooleanProperty roomy = new SimpleBooleanProperty(this, "roomy");
  private final BooleanProperty tall = new SimpleBooleanProperty(this, "tall");
  private final StartViewModel model;
  private final StartActions actions;

  /**
   * @param background for drawing and reading pictures
   */
  public StartView(
      StartViewModel model, StartActions actions, Executor background, Executor toolkit) {
    this.model = model;
    this.actions = actions;
    setId("start-page");
    getStyleClass().addAll("start-scroll", "quiet-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox page =
        new VBox(
            head(),
            choices(new ChoicePictures(background, toolkit, side(CHOICE_SIDE))),
            remark(),
            new RecentPane(
                model,
                actions,
                () -> new PictureLoader(background, toolkit),
                side(RUN_SIDE),
                tall));
    page.getStyleClass().addAll("page", "start");
    setContent(page);
    widthProperty().addListener((p, old, now) -> FxThread.later(this::look));
    heightProperty().addListener((p, old, now) -> FxThread.later(this::look));
  }

  private void look() {
    roomy.set(getWidth() >= ROOMY_WIDTH && getHeight() >= ROOMY_HEIGHT);
    tall.set(getHeight() >= (roomy.get() ? TALL_AND_ROOMY : TALL));
  }

  private ObservableValue<Number> side(double otherwise) {
    return roomy.map(room -> room ? ROOMY_SIDE : otherwise);
  }

  private static VBox head() {
    Label title = new Label("Hide most of an image, and learn to fill it in");
    title.getStyleClass().add("start-title");
    Label idea =
        new Label(
            "SimMIM hides random patches, predicts their raw pixels with a one-layer head, and so"
                + " teaches a network to see without labels.");
    idea.setWrapText(true);
    idea.getStyleClass().add("muted");
    return new VBox(4, title, idea);
  }

  private HBox choices(ChoicePictures pictures) {
    ChoiceCard train =
        new ChoiceCard(
            "start-train",
            pictures.many(),
            "Train on my images",
            TRAIN,
            "Alt+2",
            actions::trainOnMyImages);
    model.busyProperty().subscribe(busy -> train.sentence().setText(busy.isEmpty() ? TRAIN : busy));
    HBox row =
        new HBox(
            seeItWork(pictures.idea()),
            train,
            new ChoiceCard(
                "start-open",
                pictures.file(),
                "Open a checkpoint",
                "Any published or own file: what it is, whether it works, what is inside, and what"
                    + " to do with it.",
                "Ctrl+O",
                actions::openCheckpoint));
    row.getStyleClass().add("choices");
    for (Node card : row.getChildren()) {
      HBox.setHgrow(card, Priority.ALWAYS);
    }
    return row;
  }

  private ChoiceCard seeItWork(Node picture) {
    String says =
        model.hasDemo()
            ? "A small trained model fills in what you hide; drag the mask ratio and watch."
            : "Drag the mask ratio and watch what is left to see; for the filling in, open a"
                + " checkpoint there.";
    return new ChoiceCard("start-demo", picture, "See it work", says, "Alt+1", actions::seeItWork);
  }

  private HBox remark() {
    Label remark = new Label();
    remark.setId("start-remark");
    remark.setGraphic(Icons.of(Material2OutlinedMZ.MEMORY));
    remark.getStyleClass().addAll("muted", "start-remark");
    remark.textProperty().bind(model.remarkProperty());
    Hyperlink closer = new Hyperlink("Look closer");
    closer.setId("start-doctor");
    closer.getStyleClass().add("start-remark");
    closer.setMinWidth(USE_PREF_SIZE);
    String says = "What was found, what was not, and what to do about it (Ctrl+Shift+D)";
    closer.setTooltip(new Tooltip(says));
    closer.setAccessibleText(says);
    closer.setOnAction(event -> actions.openDoctor());
    HBox row = new HBox(remark, closer);
    row.getStyleClass().add("tight-row");
    row.visibleProperty().bind(model.remarkProperty().isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }
}
