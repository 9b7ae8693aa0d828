package io.simmim.workbench.checkpoint;

import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.picture.PictureLoader;
import java.util.Optional;
import javafx.scene.layout.StackPane;

/** The page Checkpoint: an invitation, a verdict, or why there is none. */
public final class CheckpointPage extends StackPane {

  private final CheckpointPageViewModel model;
  private final CheckpointActions actions;
  private final WelcomePane welcome;
  private final OpenedPane opened;
  private final RefusedPane refused;
  private final Waiting waiting;
  private final TensorPanel panel;

  /**
   * @param panel shows the selected tensor
   * @param split share of the width that the table of tensors takes beside the panel of one
   */
  public CheckpointPage(
      CheckpointPageViewModel model,
      CheckpointActions actions,
      PictureLoader figures,
      TensorPanel panel,
      Remembered split) {
    this.model = model;
    this.actions = actions;
    this.panel = panel;
    setId("checkpoint-page");
    getStyleClass().add("checkpoint-page");
    welcome = new WelcomePane(model.file().recent(), actions);
    opened = new OpenedPane(model, actions, figures, new TensorsPane(model, actions, panel, split));
    refused = new RefusedPane(model.file(), actions);
    waiting = new Waiting("checkpoint-opening", model.file()::cancel);
    Waiting converting = new Waiting("checkpoint-converting", model.conversion()::cancel);
    getChildren().addAll(welcome, opened, refused, waiting, converting);
    model
        .conversion()
        .underWayProperty()
        .subscribe(
            sentence -> {
              if (sentence.isEmpty()) {
                converting.end();
              } else {
                converting.begin(sentence);
              }
            });
    model.file().stateProperty().subscribe(this::show);
  }

  public void setTheme(Theme theme) {
    panel.setTheme(theme);
  }

  public void focusSearch() {
    opened.focusSearch();
  }

  /** Brings the tab at that place to the front, if it is there. */
  public void selectTab(int index) {
    opened.selectTab(index);
  }

  /** Does a step if the open file allows it. */
  public void take(Step step) {
    model
        .openProperty()
        .get()
        .filter(inspection -> Offers.allows(inspection, step))
        .ifPresent(inspection -> actions.take(step));
  }

  private void show(OpenState state) {
    if (state instanceof OpenState.Opening opening) {
      // What was there stays in sight: most files are open before anything else could be drawn.
      waiting.begin("Looking into " + opening.path().getFileName() + "…");
      return;
    }
    waiting.end();
    welcome.setVisible(state instanceof OpenState.Nothing);
    opened.setVisible(state instanceof OpenState.Opened);
    refused.setVisible(state instanceof OpenState.Refused);
    Optional.of(state)
        .filter(OpenState.Refused.class::isInstance)
        .map(OpenState.Refused.class::cast)
        .ifPresent(refused::show);
  }
}
