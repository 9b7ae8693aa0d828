package io.simmim.workbench;

import io.simmim.workbench.compare.ComparePage;
import io.simmim.workbench.compare.CompareViewModel;
import io.simmim.workbench.compare.ComparisonWatch;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.picture.PictureLoader;
import io.simmim.workbench.runs.ChartFiles;
import io.simmim.workbench.runs.RunsViewModel;
import java.util.List;
import java.util.concurrent.Executor;

/** Carries the runs that are compared from the disk to their page. */
final class CompareDesk implements AutoCloseable {

  private final CompareViewModel model;
  private final ComparisonWatch watch;
  private final Lazily<ComparePage> page;

  CompareDesk(RunsViewModel runs, Executor toolkit, PictureLoader loader, ChartFiles files) {
    model =
        new CompareViewModel(
            Workers.threadPerTask("compared-curves"), toolkit, runs.baselineProperty());
    watch =
        new ComparisonWatch(
            toolkit,
            found -> {
              // Read for a comparison that may have been left meanwhile.
              if (!runs.comparedProperty().get().isEmpty()) {
                model.update(found);
              }
            });
    page =
        new Lazily<>(
            () ->
                new ComparePage(
                    model,
                    loader,
                    files,
                    runs.openProperty()::set,
                    () -> runs.comparedProperty().set(List.of())));
    runs.comparedProperty()
        .addListener(
            (p, old, now) -> {
              model.open();
              watch.open(now);
            });
  }

  CompareViewModel model() {
    return model;
  }

  ComparePage page() {
    return page.get();
  }

  @Override
  public void close() {
    watch.close();
  }
}
