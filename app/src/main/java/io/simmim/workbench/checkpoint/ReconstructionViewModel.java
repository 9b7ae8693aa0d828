package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Pictures that the open checkpoint fills in, and with which mask. */
public final class ReconstructionViewModel {

  private static final double LEAST_RATIO = 0.1;
  private static final double MOST_RATIO = 0.9;

  private final ReconstructionWork work;
  private final ObservableList<ReconstructedPicture> results = FXCollections.observableArrayList();
  private final ObservableList<Path> pictures = FXCollections.observableArrayList();
  // Held: their listeners would go with them.
  private final ObservableList<ReconstructedPicture> shownResults =
      FXCollections.unmodifiableObservableList(results);
  private final ObservableList<Path> shownPictures =
      FXCollections.unmodifiableObservableList(pictures);
  private final DoubleProperty maskRatio = new SimpleDoubleProperty(this, "maskRatio", 0.6);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper(this, "details", "");
  private Optional<Inspection> inspection = Optional.empty();
  private Runnable stop = () -> {};
  private long newest;
  private long seed;

  public ReconstructionViewModel(ReconstructionWork work) {
    this.work = work;
  }

  /** Filled in pictures in the order in which they were chosen. */
  public ObservableList<ReconstructedPicture> results() {
    return shownResults;
  }

  /** The chosen pictures; empty before any were. */
  public ObservableList<Path> pictures() {
    return shownPictures;
  }

  /** Share of patches to hide, 0.1 to 0.9. */
  public DoubleProperty maskRatioProperty() {
    return maskRatio;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Why it went wrong, and what to do; empty while it did not. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Technical text about the problem. */
  public ReadOnlyStringProperty detailsProperty() {
    return details.getReadOnlyProperty();
  }

  /** Takes another checkpoint; nothing is filled in until {@link #fill}. */
  public void open(Inspection now) {
    clear();
    inspection = Optional.of(now);
    double trained =
        now.embedded().map(config -> config.data().maskRatio()).orElse(maskRatio.get());
    maskRatio.set(Math.max(LEAST_RATIO, Math.min(MOST_RATIO, trained)));
  }

  /** Takes no checkpoint, and stops. */
  public void clear() {
    cancel();
    inspection = Optional.empty();
    pictures.clear();
    results.clear();
    tellProblem("", "");
    seed = 0;
  }

  /** Fills in these pictures. */
  public void fill(List<Path> chosen) {
    pictures.setAll(chosen);
    results.clear();
    start();
  }

  /** The same pictures under other masks. */
  public void again() {
    seed++;
    start();
  }

  /** The same pictures with the mask ratio of the moment. */
  public void start() {
    cancel();
    if (inspection.isEmpty() || pictures.isEmpty()) {
      return;
    }
    long request = newest;
    tellProblem("", "");
    running.set(true);
    stop = work.start(order(inspection.get()), outcome -> arrive(request, outcome));
  }

  /** Stops what is under way. */
  public void cancel() {
    newest++;
    stop.run();
    stop = () -> {};
    running.set(false);
  }

  private ReconstructionOrder order(Inspection now) {
    return new ReconstructionOrder(now.file().path(), pictures, maskRatio.get(), seed);
  }

  private void arrive(long request, ReconstructionWork.Outcome outcome) {
    if (request != newest) {
      return;
    }
    running.set(false);
    results.setAll(outcome.pictures());
    tellProblem(outcome.problem(), outcome.details());
  }

  private void tellProblem(String sentence, String more) {
    details.set(more);
    problem.set(sentence);
  }
}
