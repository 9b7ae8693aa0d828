package io.simmim.workbench.compare;

import io.simmim.core.run.RunFolder;
import io.simmim.workbench.chart.Smoothing;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.runs.XAxis;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** Several runs, as the page that compares them shows them. */
public final class CompareViewModel {

  private static final double SMOOTHING = 0.4;

  private record Wanted(List<ComparedRun> runs, XAxis axis, double weight) {}

  private final ReadOnlyObjectWrapper<List<ComparedRun>> runs =
      new ReadOnlyObjectWrapper<>(this, "runs", List.of());
  private final ReadOnlyObjectWrapper<ComparedCurves> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", ComparedCurves.NONE);
  private final ReadOnlyObjectWrapper<List<ComparedNumbers>> numbers =
      new ReadOnlyObjectWrapper<>(this, "numbers", List.of());
  private final ReadOnlyObjectWrapper<List<ConfigDifference>> differences =
      new ReadOnlyObjectWrapper<>(this, "differences", List.of());
  private final ReadOnlyObjectWrapper<List<Integer>> epochs =
      new ReadOnlyObjectWrapper<>(this, "epochs", List.of());
  private final ReadOnlyObjectWrapper<ProbeTable> probes =
      new ReadOnlyObjectWrapper<>(this, "probes", ProbeTable.NONE);
  private final HeatMapViewModel map = new HeatMapViewModel();
  private final ObservableSet<RunFolder> hidden = FXCollections.observableSet();
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.STEP);
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smooth", SMOOTHING);
  private final ObjectProperty<Integer> epoch = new SimpleObjectProperty<>(this, "epoch");
  private final ObjectProperty<RunFolder> baseline;
  private final Latest<Wanted> drawing;

  /**
   * @param background makes the curves
   * @param toolkit takes them over
   * @param baseline the run that others are measured against, or none
   */
  public CompareViewModel(
      Executor background, Executor toolkit, ObjectProperty<RunFolder> baseline) {
    this.baseline = baseline;
    Latest<ComparedCurves> made = new Latest<>(toolkit, curves::set);
    drawing =
        new Latest<>(
            background,
            wanted -> made.offer(ComparedCurves.of(wanted.runs(), wanted.axis(), wanted.weight())));
    axis.addListener((p, old, now) -> draw());
    smoothing.addListener((p, old, now) -> draw());
    epoch.addListener((p, old, now) -> showProbes());
  }

  /** Other runs are compared from now on; nothing is known of them yet. */
  public void open() {
    hidden.clear();
    epoch.set(null);
    map.open();
    update(List.of());
  }

  /** Takes over what was read of the runs. */
  public void update(List<ComparedRun> now) {
    boolean atEnd = epoch.get() == null || epoch.get().equals(newestEpoch().orElse(null));
    runs.set(List.copyOf(now));
    numbers.set(now.stream().map(ComparedNumbers::of).toList());
    List<ConfigDifference> found = ConfigDifference.of(now);
    if (!found.equals(differences.get())) {
      differences.set(found);
    }
    map.update(numbers.get(), differences.get());
    List<Integer> there = ProbeTable.epochs(now);
    if (!there.equals(epochs.get())) {
      epochs.set(there);
    }
    if (atEnd) {
      epoch.set(newestEpoch().orElse(null));
    }
    showProbes();
    draw();
  }

  /** Shows the curves of a run, or hides them. */
  public void toggle(RunFolder run) {
    if (!hidden.remove(run)) {
      hidden.add(run);
    }
    draw();
    showProbes();
  }

  /** Shows the curves of these runs, and hides all others. */
  public void showOnly(List<RunFolder> wanted) {
    hidden.clear();
    runs.get().stream()
        .map(ComparedRun::folder)
        .filter(run -> !wanted.contains(run))
        .forEach(hidden::add);
    draw();
    showProbes();
  }

  /** Shows the curves of all runs. */
  public void showAll() {
    hidden.clear();
    draw();
    showProbes();
  }

  /** Measures the others against this run, or against none when it was this one. */
  public void pin(RunFolder run) {
    baseline.set(run.equals(baseline.get()) ? null : run);
  }

  /** One number over the keys that differ. */
  public HeatMapViewModel map() {
    return map;
  }

  /** The numbers of the baseline, when it is one of the compared runs. */
  public Optional<ComparedNumbers> baselineNumbers() {
    return numbers.get().stream().filter(n -> n.run().folder().equals(baseline.get())).findFirst();
  }

  public ReadOnlyObjectProperty<List<ComparedRun>> runsProperty() {
    return runs.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ComparedCurves> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<ComparedNumbers>> numbersProperty() {
    return numbers.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<ConfigDifference>> differencesProperty() {
    return differences.getReadOnlyProperty();
  }

  /** The epochs, counted from 0, after which there are pictures. */
  public ReadOnlyObjectProperty<List<Integer>> epochsProperty() {
    return epochs.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ProbeTable> probesProperty() {
    return probes.getReadOnlyProperty();
  }

  /** The epoch whose pictures are shown, or {@code null} without any. */
  public ObjectProperty<Integer> epochProperty() {
    return epoch;
  }

  /** The runs whose curves are not drawn. */
  public ObservableSet<RunFolder> hidden() {
    return hidden;
  }

  public ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  /** Place of the slider that smooths, 0 to 1. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  public ObjectProperty<RunFolder> baselineProperty() {
    return baseline;
  }

  /** The next pictures, after the newest the first again. */
  public void playOn() {
    List<Integer> all = epochs.get();
    if (!all.isEmpty()) {
      epoch.set(all.get((all.indexOf(epoch.get()) + 1) % all.size()));
    }
  }

  private Optional<Integer> newestEpoch() {
    List<Integer> all = epochs.get();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  private List<ComparedRun> shown() {
    return runs.get().stream().filter(run -> !hidden.contains(run.folder())).toList();
  }

  private void draw() {
    drawing.offer(new Wanted(shown(), axis.get(), Smoothing.weightAt(smoothing.get())));
  }

  private void showProbes() {
    ProbeTable now = epoch.get() == null ? ProbeTable.NONE : ProbeTable.at(epoch.get(), shown());
    if (!now.equals(probes.get())) {
      probes.set(now);
    }
  }
}
