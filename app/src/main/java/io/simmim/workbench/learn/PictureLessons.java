package io.simmim.workbench.learn;

import io.simmim.core.image.RgbImage;
import io.simmim.workbench.learn.PictureFacts.Fact;
import io.simmim.workbench.masks.AgainButton;
import io.simmim.workbench.masks.DistanceCard;
import io.simmim.workbench.masks.Filled;
import io.simmim.workbench.masks.FilmStripView;
import io.simmim.workbench.masks.MaskedPicture;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.PatchSizes;
import io.simmim.workbench.masks.RatioSlider;
import io.simmim.workbench.masks.StagePanel;
import io.simmim.workbench.runs.MetricCards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The lessons that show a picture and its mask: what is hidden, patch size, ratio, AvgDist. */
final class PictureLessons {

  private static final String MASKED = "Masked";
  private static final String ORIGINAL = "Original";

  private final LearnViewModel model;
  private final MasksViewModel picture;
  private final Map<MasksViewModel, CopiedPicture> copies = new HashMap<>();

  PictureLessons(LearnViewModel model) {
    this.model = model;
    picture = model.picture();
  }

  /** Lesson 1. */
  LessonBody hidden() {
    LessonStage stage = new LessonStage("lesson-hidden", this::maskedAndOriginal, picture);
    return still(
        stage,
        new LessonBar(
            ratio("lesson-hidden-ratio"),
            new AgainButton("lesson-hidden-again", picture.controls()),
            LessonBar.gap(),
            cards("lesson-hidden", Fact.HIDDEN, Fact.RATIO)));
  }

  /** Lesson 2. */
  LessonBody patch() {
    MasksViewModel small = model.small();
    return still(
        new LessonStage("lesson-upper", () -> patches(small), small),
        new LessonStage("lesson-lower", () -> patches(picture), picture),
        new LessonBar(
            new PatchSizes("lesson-upper-patch", "Upper, px", small.controls()),
            LessonBar.gap(),
            ratio("lesson-patch-ratio"),
            new AgainButton("lesson-patch-again", picture.controls()),
            LessonBar.gap(),
            new PatchSizes("lesson-lower-patch", "Lower, px", picture.controls())));
  }

  /** Lesson 3. */
  LessonBody ratio() {
    LessonStage stage = new LessonStage("lesson-ratio", this::filled, picture);
    FilmStripView film = new FilmStripView("lesson-film", picture);
    return still(
        stage,
        film,
        new LessonBar(
            ratio("lesson-ratio-ratio"),
            new AgainButton("lesson-ratio-again", picture.controls()),
            LessonBar.gap(),
            cards("lesson-ratio", Fact.HIDDEN, Fact.LOSS, Fact.PSNR)));
  }

  /** Lesson 4. */
  LessonBody distance() {
    DistanceCard chart = new DistanceCard("lesson-avgdist", picture);
    HBox.setHgrow(chart, Priority.ALWAYS);
    LessonStage stage = new LessonStage("lesson-distance", this::maskedOnly, picture);
    HBox both = new HBox(stage, chart);
    both.getStyleClass().add("lesson-columns");
    for (var half : List.of(stage, chart)) {
      half.setPrefWidth(100);
    }
    VBox.setVgrow(both, Priority.ALWAYS);
    VBox all =
        column(
            both,
            new LessonBar(
                ratio("lesson-distance-ratio"),
                new PatchSizes("lesson-distance-patch", "Patch, px", picture.controls()),
                new AgainButton("lesson-distance-again", picture.controls()),
                LessonBar.gap(),
                cards("lesson-distance", Fact.AVG_DIST, Fact.VERDICT)));
    return Bodies.of(all, theme -> chart.setColors(theme.chartColors()));
  }

  private List<StagePanel> maskedAndOriginal() {
    return picture
        .pictureProperty()
        .get()
        .map(
            now ->
                List.of(
                    StagePanel.single(MASKED, now.masked()),
                    StagePanel.single(ORIGINAL, now.original())))
        .orElse(List.of());
  }

  private List<StagePanel> maskedOnly() {
    return picture
        .pictureProperty()
        .get()
        .map(now -> List.of(StagePanel.single(MASKED, now.masked())))
        .orElse(List.of());
  }

  private List<StagePanel> patches(MasksViewModel each) {
    List<StagePanel> panels = new ArrayList<>();
    each.pictureProperty().get().ifPresent(now -> addPatches(panels, each, now));
    return panels;
  }

  private void addPatches(List<StagePanel> panels, MasksViewModel each, MaskedPicture now) {
    String size = each.controls().patchSizeProperty().get() + " px";
    String distance = PictureFacts.avgDist(each.numbersProperty().get()).replace(" px", "");
    panels.add(StagePanel.single(size + ", AvgDist " + distance, now.masked()));
    CopiedPicture copied = copied(each, now);
    panels.add(StagePanel.single(loss("Copied", copied.loss()), copied.image()));
    each.first()
        .filledProperty()
        .get()
        .ifPresent(
            filled ->
                panels.add(StagePanel.single(loss("Network", filled.loss()), combined(filled))));
  }

  /** Made once for each mask. */
  private CopiedPicture copied(MasksViewModel each, MaskedPicture now) {
    return copies.compute(
        each, (key, last) -> last != null && last.of().equals(now) ? last : CopiedPicture.of(now));
  }

  private static String loss(String who, double value) {
    return String.format(Locale.ROOT, "%s: L1 %.2f", who, value);
  }

  private List<StagePanel> filled() {
    List<StagePanel> panels = new ArrayList<>();
    picture
        .pictureProperty()
        .get()
        .ifPresent(
            now -> {
              panels.add(StagePanel.single(MASKED, now.masked()));
              picture
                  .first()
                  .filledProperty()
                  .get()
                  .ifPresent(f -> panels.add(StagePanel.single("Filled in", combined(f))));
              panels.add(StagePanel.single(ORIGINAL, now.original()));
            });
    return panels;
  }

  private static RgbImage combined(Filled filled) {
    return filled.panels().combined();
  }

  private RatioSlider ratio(String id) {
    return LessonBar.slider(new RatioSlider(id, picture.controls()));
  }

  private MetricCards cards(String id, Fact... facts) {
    return new MetricCards(id, new PictureFacts(picture, facts).metricsProperty());
  }

  private static VBox column(Node... parts) {
    VBox column = new VBox(parts);
    column.getStyleClass().add("lesson-body");
    return column;
  }

  private static LessonBody still(Node... parts) {
    return Bodies.of(column(parts), theme -> {});
  }
}
