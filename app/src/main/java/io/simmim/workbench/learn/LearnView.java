package io.simmim.workbench.learn;

import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.masks.MasksActions;
import io.simmim.workbench.picture.PictureLoader;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page: the list of lessons at the left, the open one beside it. */
public final class LearnView extends VBox {

  /** From this width on, in pixels, there is room for larger type. */
  private static final double WIDE = 1500;

  private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");

  private final LearnViewModel model;
  private final TrainingViewModel training;
  private final FinetuneViewModel finetuning;
  private final PictureLoader loader;
  private final LearnActions actions;
  private final Map<Lesson, LessonBody> built = new EnumMap<>(Lesson.class);
  private final Label title = new Label();
  private final Label paragraph = new Label();
  private final StackPane place = new StackPane();
  private Theme theme = Theme.LIGHT;

  /**
   * @param loader reads the probe images of a training
   * @param checkpoints finds the checkpoints to choose from
   */
  public LearnView(
      LearnViewModel model,
      TrainingViewModel training,
      FinetuneViewModel finetuning,
      PictureLoader loader,
      LearnActions actions,
      MasksActions checkpoints) {
    this.model = model;
    this.training = training;
    this.finetuning = finetuning;
    this.loader = loader;
    this.actions = actions;
    setId("learn-page");
    getStyleClass().addAll("page", "learn");
    HBox body = new HBox(new LessonList(model.lessonProperty()), lesson());
    body.getStyleClass().add("learn-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(new LearnHead(model, actions, checkpoints), body);
    widthProperty()
        .addListener((p, old, now) -> pseudoClassStateChanged(ROOMY, now.doubleValue() > WIDE));
    model.lessonProperty().subscribe(this::show);
  }

  /** Follows the theme. */
  public void setTheme(Theme now) {
    theme = now;
    built.values().forEach(body -> body.setTheme(now));
  }

  private VBox lesson() {
    title.setId("lesson-title");
    title.getStyleClass().add("lesson-title");
    paragraph.setId("lesson-paragraph");
    paragraph.getStyleClass().add("lesson-paragraph");
    paragraph.setWrapText(true);
    paragraph.setMinHeight(USE_PREF_SIZE);
    place.setMinSize(0, 0);
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox lesson =
        new VBox(
            title,
            paragraph,
            new ModelBanner(
                model.lessonProperty(), model.picture().first(), actions::chooseCheckpoint),
            place);
    lesson.getStyleClass().add("lesson");
    lesson.setMinWidth(0);
    HBox.setHgrow(lesson, Priority.ALWAYS);
    return lesson;
  }

  private void show(Lesson lesson) {
    title.setText(lesson.number() + "  " + lesson.title());
    paragraph.setText(lesson.paragraph());
    place.getChildren().setAll(built.computeIfAbsent(lesson, this::build).node());
    model.head().setShown(lesson == Lesson.HEAD);
  }

  private LessonBody build(Lesson lesson) {
    PictureLessons pictures = new PictureLessons(model);
    ObservableValue<Boolean> encoder = training.encoderProperty().map(Optional::isPresent);
    LessonBody body =
        switch (lesson) {
          case HIDDEN -> pictures.hidden();
          case PATCH -> pictures.patch();
          case RATIO -> pictures.ratio();
          case DISTANCE -> pictures.distance();
          case HEAD -> new HeadLesson(model);
          case TRAINING -> new TrainingLesson(training, loader, actions);
          case FINETUNING ->
              new FinetuneLesson(
                  finetuning,
                  encoder,
                  training.phaseProperty(),
                  () -> model.lessonProperty().set(Lesson.TRAINING),
                  actions);
        };
    body.setTheme(theme);
    return body;
  }
}
