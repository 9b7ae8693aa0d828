package io.simmim.workbench.data;

import io.simmim.core.survey.FileProblem;
import io.simmim.core.survey.FolderReport;
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

  private static final double NUMBERS = 236;
  private static final double CLASSES = 208;
  private static final double SIGHT_SHARE = 0.4;

  private final DataPageViewModel model;
  private final ThumbnailGrid grid;
  private final ProblemsPane problems;
  private final VBox pages = new VBox();
  private final Segments<Integer> tabs;
  private final Label refused = new Label();

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
    grid = new ThumbnailGrid(model, new Thumbnails(thumbnails, toolkit));
    problems = new ProblemsPane(model);
    tabs = new Segments<>("data-tab", DataView::says, this::selectTab);
    tabs.offer(List.of(0, 1), tab -> tab == 0 ? "Pictures" : "Problems");
    HBox upper = new HBox(numbers(), classes(), pictures(actions));
    upper.getStyleClass().add("data-upper");
    upper.setMinHeight(0);
    VBox.setVgrow(upper, Priority.ALWAYS);
    SightPane seen = new SightPane(model, sight, actions);
    seen.setMinHeight(0);
    seen.prefHeightProperty().bind(heightProperty().multiply(SIGHT_SHARE));
    VBox body = new VBox(upper, seen);
    body.getStyleClass().add("data-body");
    StackPane place = new StackPane(body, welcome(actions));
    place.setMinHeight(0);
    VBox.setVgrow(place, Priority.ALWAYS);
    body.visibleProperty().bind(model.stateProperty().map(s -> s.report().isPresent() || s.busy()));
    getChildren().addAll(new DataHead(model, samples, actions), place);
    selectTab(0);
  }

  /** 0 shows the pictures, 1 the problems. */
  public void selectTab(int tab) {
    tabs.select(tab);
    pages.getChildren().setAll(tab == 0 ? grid : problems);
  }

  private static String says(int tab) {
    return tab == 0 ? "The pictures themselves   Alt+1" : "Files that are wrong or odd   Alt+2";
  }

  private VBox numbers() {
    SizesCard sizes = new SizesCard(model);
    sizes.setMinHeight(0);
    VBox.setVgrow(sizes, Priority.ALWAYS);
    VBox column = new VBox(new NumbersCard(model), sizes);
    column.getStyleClass().add("data-column");
    fix(column, NUMBERS);
    return column;
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
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(problems, Priority.ALWAYS);
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

  private VBox welcome(DataActions actions) {
    Label sentence = new Label();
    sentence.setId("data-fault");
    sentence.setWrapText(true);
    sentence.setMaxWidth(560);
    Button choose = new Button("Choose a folder of images…");
    choose.setId("data-choose");
    choose.setOnAction(event -> actions.chooseFolder());
    VBox box = new VBox(Icons.of(Material2OutlinedAL.COLLECTIONS), sentence, choose);
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
