package io.simmim.workbench.data;

import io.simmim.core.survey.FileProblem;
import io.simmim.core.survey.FolderReport;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.fx.Segments;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The page: numbers, sizes and classes, the pictures themselves, and what a training sees. */
public final class DataView extends VBox {

  private static final double WIDE = 240;
  private static final double NARROW = 208;
  private static final double TALL = 440;
  private static final double CLASSES = 192;
  private static final double SIGHT_SHARE = 0.4;

  private final DataPageViewModel model;
  private final HBox upper = new HBox();
  private final VBox column = new VBox();
  private final NumbersCard numbers;
  private final SizesCard sizes;
  private final ThumbnailGrid grid;
  private final ProblemsPane problems;
  private final StackPane pages = new StackPane();
  private final Segments<Integer> tabs;
  private final Label refused = new Label();
  private boolean stacked;

  /**
   * @param thumbnails decodes the small pictures
   */
  public DataView(
      DataPageViewModel model,
      SightViewModel sight,
      SampleSetViewModel samples,
      DataActions actions,
      Executor thumbnails,
      Executor toolkit) {
    this.model = model;
    setId("data-page");
    getStyleClass().addAll("page", "data");
    numbers = new NumbersCard(model);
    sizes = new SizesCard(model);
    grid = new ThumbnailGrid(model, new Thumbnails(thumbnails, toolkit));
    problems = new ProblemsPane(model);
    tabs = new Segments<>("data-tab", DataView::says, this::selectTab);
    pages.getChildren().addAll(grid, problems);
    tabs.offer(List.of(0, 1), tab -> tab == 0 ? "Pictures" : "Problems");
    VBox.setVgrow(sizes, Priority.ALWAYS);
    sizes.setMinHeight(0);
    column.getStyleClass().add("data-column");
    upper.getStyleClass().add("data-upper");
    upper.getChildren().addAll(column, classes(), pictures(actions));
    arrange(false);
    upper
        .heightProperty()
        .addListener((p, old, now) -> FxThread.later(() -> arrange(upper.getHeight() >= TALL)));
    upper.setMinHeight(0);
    upper.setPrefHeight(0);
    VBox.setVgrow(upper, Priority.ALWAYS);
    SightPane seen = new SightPane(model, sight, actions);
    seen.setMinHeight(USE_PREF_SIZE);
    seen.prefHeightProperty().bind(heightProperty().multiply(SIGHT_SHARE));
    VBox body = new VBox(upper, seen);
    body.getStyleClass().add("data-body");
    StackPane place = new StackPane(body, welcome(samples, actions));
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    body.visibleProperty().bind(model.stateProperty().map(s -> s.report().isPresent() || s.busy()));
    getChildren().addAll(new DataHead(model, samples, actions), place);
    selectTab(0);
  }

  /** 0 shows the pictures, 1 the problems. */
  public void selectTab(int tab) {
    tabs.select(tab);
    grid.setVisible(tab == 0);
    problems.setVisible(tab == 1);
  }

  private static String says(int tab) {
    return tab == 0 ? "The pictures themselves   Alt+1" : "Files that are wrong or odd   Alt+2";
  }

  /** Numbers over sizes where that leaves room for both, else side by side. */
  private void arrange(boolean tall) {
    if (tall == stacked && !column.getChildren().isEmpty()) {
      return;
    }
    stacked = tall;
    upper.getChildren().remove(sizes);
    column.getChildren().setAll(numbers);
    if (tall) {
      column.getChildren().add(sizes);
    } else {
      upper.getChildren().add(1, sizes);
    }
    VBox.setVgrow(numbers, tall ? Priority.NEVER : Priority.ALWAYS);
    fix(column, tall ? WIDE : NARROW);
    fix(sizes, tall ? WIDE : NARROW);
  }

  private ClassesCard classes() {
    ClassesCard classes = new ClassesCard(model);
    fix(classes, CLASSES);
    return classes;
  }

  private static void fix(Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  private VBox pictures(DataActions actions) {
    Label count = new Label();
    count.setId("data-shown");
    count.getStyleClass().addAll("muted", "small");
    model.stateProperty().subscribe(state -> count.setText(summary()));
    model.picturesProperty().subscribe(files -> count.setText(summary()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button copy =
        Icons.button(
            "data-copy",
            Material2OutlinedAL.CONTENT_COPY,
            "Copy the list of problems   Ctrl+Shift+C",
            actions::copyProblems);
    copy.disableProperty()
        .bind(
            model
                .stateProperty()
                .map(s -> s.report().map(FolderReport::problems).orElse(List.of()).isEmpty()));
    refused.setId("data-refused");
    refused.getStyleClass().addAll("pill", "pill-failed");
    model.stateProperty().subscribe(state -> showRefused());
    HBox head = new HBox(tabs, count, gap, refused, copy);
    head.getStyleClass().addAll("panel-head", "sight-head");
    VBox.setVgrow(pages, Priority.ALWAYS);
    pages.setMinHeight(0);
    VBox pictures = new VBox(head, pages);
    pictures.getStyleClass().addAll("panel", "data-pictures");
    HBox.setHgrow(pictures, Priority.ALWAYS);
    pictures.setMinWidth(0);
    return pictures;
  }

  private void showRefused() {
    long count =
        model.stateProperty().get().report().map(r -> r.count(FileProblem.Kind.REFUSED)).orElse(0L);
    refused.setText(InWords.count(count) + " left out by training");
    refused.setVisible(count > 0);
    refused.setManaged(count > 0);
  }

  private String summary() {
    int shown = model.picturesProperty().get().size();
    String pictures = InWords.count(shown) + (shown == 1 ? " picture" : " pictures");
    String of = model.shownClassProperty().get().map(name -> " of " + name).orElse("");
    int wrong = model.stateProperty().get().report().map(r -> r.problems().size()).orElse(0);
    return pictures + of + ",  " + InWords.count(wrong) + (wrong == 1 ? " remark" : " remarks");
  }

  private VBox welcome(SampleSetViewModel samples, DataActions actions) {
    Label sentence = new Label();
    sentence.setId("data-fault");
    sentence.setWrapText(true);
    sentence.setMaxWidth(560);
    Button choose = new Button("Choose a folder of images…");
    choose.setId("data-choose");
    choose.setOnAction(event -> actions.chooseFolder());
    choose.getStyleClass().add("accent");
    HBox buttons = new HBox(choose, DataHead.generate("data-welcome-generate", samples, actions));
    buttons.getStyleClass().add("welcome-buttons");
    VBox box = new VBox(Icons.of(Material2OutlinedAL.COLLECTIONS), sentence, buttons);
    box.getStyleClass().add("empty");
    model
        .stateProperty()
        .subscribe(
            state -> {
              boolean nothing = state.report().isEmpty() && !state.busy();
              box.setVisible(nothing);
              sentence.setText(
                  state.fault().isEmpty()
                      ? "A folder of images is all that pre-training needs: no labels, any sizes, in any depth. Choose one to see what it holds."
                      : state.fault());
            });
    return box;
  }
}
