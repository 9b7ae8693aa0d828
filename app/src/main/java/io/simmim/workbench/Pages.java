package io.simmim.workbench;

import io.simmim.workbench.checkpoint.CheckpointPage;
import io.simmim.workbench.compare.ComparePage;
import io.simmim.workbench.experiment.ExperimentView;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.runs.RunsPage;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.shell.ShellViewModel;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * The pages in the theme of the window. Each is made when it is opened for the first time: made all
 * at once they were half of the time until the window came up.
 */
final class Pages {

  private final ShellViewModel shell;
  private final Map<PageId, Supplier<Node>> all = new EnumMap<>(PageId.class);

  Pages(ShellViewModel shell) {
    this.shell = shell;
  }

  Map<PageId, Supplier<Node>> all() {
    return Map.copyOf(all);
  }

  void start(Supplier<Node> page) {
    all.put(PageId.START, page);
  }

  void experiment(ExperimentCorner experiments, SweepDesk sweeps) {
    all.put(
        PageId.EXPERIMENT,
        () -> {
          ExperimentView view =
              dressed(experiments.view(), (v, theme) -> v.setColors(theme.chartColors()));
          view.disableProperty().bind(sweeps.model().openProperty());
          StackPane page = new StackPane(view);
          sweeps.layOver(page);
          return page;
        });
  }

  void runs(Supplier<RunsPage> page, Supplier<ComparePage> compared) {
    all.put(
        PageId.RUNS,
        () -> {
          dressed(compared.get(), (v, theme) -> v.setColors(theme.chartColors()));
          return dressed(page.get(), (v, theme) -> v.setColors(theme.chartColors()));
        });
  }

  void masks(MasksDesk desk) {
    all.put(
        PageId.MASKS,
        () -> dressed(desk.view(), (view, theme) -> view.setColors(theme.chartColors())));
  }

  void checkpoint(Supplier<CheckpointPage> page) {
    all.put(PageId.CHECKPOINT, () -> dressed(page.get(), CheckpointPage::setTheme));
  }

  void data(DataDesk desk) {
    all.put(PageId.DATA, desk::view);
  }

  void learn(LearnDesk desk) {
    all.put(PageId.LEARN, () -> dressed(desk.view(), (view, theme) -> view.setTheme(theme)));
  }

  private <T> T dressed(T view, BiConsumer<T, Theme> dress) {
    shell.themeProperty().subscribe(theme -> dress.accept(view, theme));
    return view;
  }
}
