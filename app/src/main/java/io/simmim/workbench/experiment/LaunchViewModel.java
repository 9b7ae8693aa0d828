package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.TrainingCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Name, device and place of the run to come, and what still keeps it from being launched. */
public final class LaunchViewModel {

  private static final String TAG_START = "run-";
  private static final Pattern TAG = Pattern.compile("[\\w.+=@-]+");

  private final ObservableList<String> devices = FXCollections.observableArrayList("cpu");
  private final StringProperty tag = new SimpleStringProperty(this, "tag", "");
  private final StringProperty device = new SimpleStringProperty(this, "device", "cpu");
  private final ObjectProperty<Path> output = new SimpleObjectProperty<>(this, "output");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private Optional<ExperimentConfig> config = Optional.empty();
  private Optional<Path> data = Optional.empty();
  private Set<RunFolder> taken = Set.of();
  private String suggestion = "";

  public LaunchViewModel(Path output) {
    this.output.set(output);
    this.output.addListener((p, old, now) -> review());
    tag.addListener((p, old, now) -> review());
    review();
  }

  /** The run's name within its model's folder; suggested until the user types one. */
  public StringProperty tagProperty() {
    return tag;
  }

  public StringProperty deviceProperty() {
    return device;
  }

  /** {@code cpu}, {@code cuda:0}, ... */
  public ObservableList<String> devices() {
    return devices;
  }

  /** The folder that holds the runs. */
  public ObjectProperty<Path> outputProperty() {
    return output;
  }

  /** Why nothing can be launched yet, and what to do; empty when all is ready. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Takes over the configuration, empty while it has faults, and the folder of images. */
  public void update(Optional<ExperimentConfig> newConfig, Optional<Path> dataFolder) {
    config = newConfig;
    data = dataFolder;
    suggestTag();
    review();
  }

  /** Takes over which run folders exist. */
  public void updateTaken(Set<RunFolder> folders) {
    if (!folders.equals(taken)) {
      taken = Set.copyOf(folders);
      suggestTag();
      review();
    }
  }

  /** Whether {@link #command} can be called. */
  public boolean isReady() {
    return problem.get().isEmpty();
  }

  /** Where the run will be. */
  public RunFolder folder() {
    return RunFolder.of(output.get(), config.orElseThrow().model().name(), tag.get().strip());
  }

  /** The launch in words; only when nothing is in its way. */
  public TrainingCommand command() {
    return new TrainingCommand(
        configFile(),
        data.orElseThrow(),
        output.get(),
        tag.get().strip(),
        device.get(),
        Optional.empty(),
        List.of());
  }

  /** Where the edited configuration is written for the launch. */
  public Path configFile() {
    return output.get().resolve(Launcher.FILES).resolve(launchName() + ".yaml");
  }

  /** Names what the launch writes beside the run folder. */
  public String launchName() {
    return config.orElseThrow().model().name() + "__" + tag.get().strip();
  }

  private void suggestTag() {
    boolean typed = !tag.get().isBlank() && !tag.get().equals(suggestion);
    if (typed || config.isEmpty()) {
      return;
    }
    String name = config.get().model().name();
    int number = 1;
    while (taken.contains(RunFolder.of(output.get(), name, TAG_START + number))) {
      number++;
    }
    suggestion = TAG_START + number;
    tag.set(suggestion);
  }

  private void review() {
    problem.set(findProblem());
  }

  private String findProblem() {
    if (config.isEmpty()) {
      return "The configuration has faults; correct the marked keys.";
    }
    if (data.isEmpty()) {
      return "Choose a folder of images.";
    }
    if (!TAG.matcher(tag.get().strip()).matches()) {
      return "Give the run a tag of letters, digits and . _ - + = @";
    }
    return taken.contains(folder())
        ? "A run with this tag exists already; choose another tag."
        : "";
  }
}
