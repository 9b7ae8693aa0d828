package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigWriter;
import io.simmim.core.run.Estimate;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the training would take, measured when the user asks for it and kept for as long as the
 * window is open.
 */
public final class MeasureViewModel implements EstimateWork.Listener {

  private final EstimateWork work;
  private final ExperimentViewModel experiment;
  private final Map<EstimateOrder, Estimate> known = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<MeasureState> state =
      new ReadOnlyObjectWrapper<>(this, "state", MeasureState.NOTHING);
  private Optional<EstimateOrder> now = Optional.empty();
  private Optional<EstimateOrder> measuring = Optional.empty();
  private Optional<EstimateOrder> newest = Optional.empty();
  private Optional<EstimateOrder> failed = Optional.empty();
  private String problem = "";
  private Runnable stop = () -> {};

  public MeasureViewModel(ExperimentViewModel experiment, EstimateWork work) {
    this.work = work;
    this.experiment = experiment;
    experiment.plan().planProperty().addListener((p, old, plan) -> update());
    experiment.data().imagesProperty().addListener((p, old, images) -> update());
    experiment.document().readingProperty().addListener((p, old, reading) -> update());
    experiment.launch().deviceProperty().addListener((p, old, device) -> update());
    update();
  }

  public ReadOnlyObjectProperty<MeasureState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was measured for what is set up, and for nothing else. */
  public Optional<Estimate> exact() {
    return now.map(known::get);
  }

  /** Measures what is set up; does nothing while that is incomplete, or something is measured. */
  public void measure() {
    if (now.isEmpty() || measuring.isPresent()) {
      return;
    }
    measuring = now;
    problem = "";
    state.set(view("starting", -1));
    Path output = experiment.launch().outputProperty().get();
    stop = work.start(now.get(), output, this);
  }

  public void cancel() {
    stop.run();
    ended();
  }

  @Override
  public void progress(String task, double share) {
    if (measuring.isPresent()) {
      state.set(view(task, share));
    }
  }

  @Override
  public void done(Optional<Estimate> estimate, String sentence) {
    if (estimate.isPresent() && measuring.isPresent()) {
      known.put(measuring.get(), estimate.get());
      newest = measuring;
    }
    failed = measuring;
    problem = sentence;
    ended();
  }

  private void ended() {
    stop = () -> {};
    measuring = Optional.empty();
    state.set(view("", -1));
  }

  private void update() {
    Optional<EstimateOrder> order = order();
    if (!order.equals(now)) {
      now = order;
      MeasureState before = state.get();
      state.set(view(before.task(), before.share()));
    }
  }

  /** What is set up; empty while it cannot be launched, and where nothing is trained. */
  private Optional<EstimateOrder> order() {
    Reading reading = experiment.document().readingProperty().get();
    RunStage stage = reading.stage();
    boolean tooFew =
        experiment.plan().planProperty().get().filter(p -> !p.shortage().isEmpty()).isPresent();
    String device = experiment.launch().deviceProperty().get();
    if (!stage.trains() || tooFew || device == null) {
      return Optional.empty();
    }
    Path folder = Path.of(experiment.data().folderProperty().get().strip()).toAbsolutePath();
    return experiment
        .data()
        .imagesProperty()
        .get()
        .filter(images -> images.stage() == stage)
        .flatMap(
            images ->
                reading
                    .config()
                    .map(config -> config.with("PRETRAINED", "").with("MODEL.RESUME", ""))
                    .map(
                        config ->
                            new EstimateOrder(
                                stage,
                                ConfigWriter.toYaml(config),
                                folder,
                                images.size(),
                                device)));
  }

  /** What was measured for this, or, marked as such, last for another one of the same stage. */
  private MeasureState view(String task, double share) {
    Optional<Estimate> exact = exact();
    Optional<Estimate> other = newest.filter(this::isOfThisStage).map(known::get);
    boolean told = failed.equals(now) && now.isPresent();
    return new MeasureState(
        now.isPresent(),
        task,
        share,
        told ? problem : "",
        exact.or(() -> other),
        exact.isEmpty() && other.isPresent());
  }

  private boolean isOfThisStage(EstimateOrder order) {
    return order.stage() == experiment.stageProperty().get();
  }
}
