package io.simmim.workbench.experiment;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.launch.StageCommand;
import java.nio.file.Path;
import java.util.List;
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

  private static final Pattern TAG = Pattern.compile("[\\w.+=@-]+");

  private final ObservableList<String> devices = FXCollections.observableArrayList("cpu");
  private final StringProperty tag = new SimpleStringProperty(this, "tag", "");
  private final StringProperty device = new SimpleStringProperty(this, "device", "cpu");
  private final ObjectProperty<Path> output = new SimpleObjectProperty<>(this, "output");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private SetUp setUp = SetUp.NOTHING;
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

  /** Takes over what else is set up. */
  public void update(SetUp now) {
    setUp = now;
    suggestTag();
    review();
  }

  /** Proposes a tag, whatever was typed before. */
  void suggestTagAnew() {
    tag.set("");
    suggestTag();
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
    return RunFolder.of(output.get(), name(), tag.get().strip());
  }

  /** The launch in words; only when nothing is in its way. */
  public StageCommand command() {
    return command(name(), tag.get().strip());
  }

  /**
   * The launch of another run with the same images, checkpoint and device.
   *
   * @param name MODEL.NAME
   */
  public StageCommand command(String name, String otherTag) {
    return new StageCommand(
        setUp.stage(),
        Launcher.configOf(RunFolder.of(output.get(), name, otherTag)),
        setUp.data(),
        setUp.weights(),
        output.get(),
        otherTag,
        device.get(),
        List.of());
  }

  /** Where the edited configuration is written for the launch. */
  public Path configFile() {
    return Launcher.configOf(folder());
  }

  /** What is missing before any run can be launched, whatever its tag; empty when nothing is. */
  public String missing() {
    return setUp.problem();
  }

  /** Names what the launch writes beside the run folder. */
  public String launchName() {
    return name() + "__" + tag.get().strip();
  }

  private String name() {
    return setUp.config().orElseThrow().model().name();
  }

  private void suggestTag() {
    boolean typed = !tag.get().isBlank() && !tag.get().equals(suggestion);
    if (typed || setUp.config().isEmpty()) {
      return;
    }
    String start = proposedTag(setUp.stage(), setUp.config().get());
    suggestion = start;
    for (int n = 2; taken.contains(RunFolder.of(output.get(), name(), suggestion)); n++) {
      suggestion = start + "-" + n;
    }
    tag.set(suggestion);
  }

  /** What measures a model has a folder of its own beside that of the training. */
  private static String proposedTag(RunStage stage, ExperimentConfig config) {
    return stage.trains() ? shortTag(config) : shortTag(config) + "__" + stage.command();
  }

  /** The official files repeat MODEL.NAME in TAG, which names the folder above already. */
  private static String shortTag(ExperimentConfig config) {
    String repeated = config.model().name() + "__";
    String full = config.tag();
    return full.startsWith(repeated) && full.length() > repeated.length()
        ? full.substring(repeated.length())
        : full;
  }

  private void review() {
    problem.set(findProblem());
  }

  private String findProblem() {
    if (!setUp.problem().isEmpty()) {
      return setUp.problem();
    }
    if (!TAG.matcher(tag.get().strip()).matches()) {
      return "Give the run a tag of letters, digits and . _ - + = @";
    }
    return taken.contains(folder())
        ? "A run with this tag exists already; choose another tag."
        : "";
  }
}
