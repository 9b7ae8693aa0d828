package io.simmim.workbench.data;

import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.survey.ClassCount;
import io.simmim.core.survey.FileProblem;
import io.simmim.core.survey.FolderReport;
import io.simmim.core.survey.FolderSurvey;
import io.simmim.workbench.fx.Latest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A folder of images, looked through in the background, and the picture chosen in it. */
public final class DataPageViewModel {

  private final Executor background;
  private final Executor toolkit;
  private final Supplier<ExperimentConfig> config;
  private final ReadOnlyObjectWrapper<SurveyState> state =
      new ReadOnlyObjectWrapper<>(this, "state", SurveyState.NONE);
  private final ReadOnlyObjectWrapper<List<Path>> pictures =
      new ReadOnlyObjectWrapper<>(this, "pictures", List.of());
  private final ObjectProperty<Optional<Path>> selected =
      new SimpleObjectProperty<>(this, "selected", Optional.empty());
  private final ObjectProperty<Optional<String>> shownClass =
      new SimpleObjectProperty<>(this, "shownClass", Optional.empty());
  private Job job = new Job();

  /**
   * @param background gives every task a thread of its own
   * @param config the configuration of the moment, which says how training would read the images
   */
  public DataPageViewModel(
      Executor background, Executor toolkit, Supplier<ExperimentConfig> config) {
    this.background = background;
    this.toolkit = toolkit;
    this.config = config;
    shownClass.addListener((p, old, now) -> list());
  }

  public ReadOnlyObjectProperty<SurveyState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The pictures of the folder, or of the one class that is shown. */
  public ReadOnlyObjectProperty<List<Path>> picturesProperty() {
    return pictures.getReadOnlyProperty();
  }

  /** The picture that is looked at. */
  public ObjectProperty<Optional<Path>> selectedProperty() {
    return selected;
  }

  /** The only class whose pictures are shown; empty for all. */
  public ObjectProperty<Optional<String>> shownClassProperty() {
    return shownClass;
  }

  /** Shows the pictures of one class, or of all again when it was the one. */
  public void toggleClass(ClassCount one) {
    boolean already = shownClass.get().filter(one.name()::equals).isPresent();
    shownClass.set(already ? Optional.empty() : Optional.of(one.name()));
  }

  /** Looks through a folder. */
  public void open(Path folder) {
    selected.set(Optional.empty());
    shownClass.set(Optional.empty());
    pictures.set(List.of());
    survey(folder, false, Optional.empty());
  }

  /** Looks through the folder again. */
  public void reload() {
    state.get().folder().ifPresent(folder -> survey(folder, false, Optional.empty()));
  }

  /** Decodes every file of the folder, as training would. */
  public void checkEveryFile() {
    SurveyState now = state.get();
    now.folder()
        .filter(folder -> now.fault().isEmpty())
        .ifPresent(folder -> survey(folder, true, now.report()));
  }

  /** Gives up looking. */
  public void cancel() {
    job.cancel();
    if (state.get().busy()) {
      state.set(state.get().givenUp());
    }
  }

  private void survey(Path folder, boolean everything, Optional<FolderReport> before) {
    job.cancel();
    Job now = new Job();
    job = now;
    state.set(SurveyState.begun(folder, everything, before));
    ExperimentConfig training = config.get();
    FolderSurvey survey =
        new FolderSurvey(
            new ImageDecoder(training.data().exifRotate()), everything, training.data().imgSize());
    background.execute(() -> run(now, survey, folder));
  }

  private void run(Job now, FolderSurvey survey, Path folder) {
    Latest<FolderReport> progress =
        new Latest<>(toolkit, report -> ifCurrent(now, () -> take(report, true)));
    try {
      if (now.begin()) {
        FolderReport whole = survey.look(folder, progress::offer);
        toolkit.execute(() -> ifCurrent(now, () -> finish(whole)));
      }
    } catch (DataException e) {
      toolkit.execute(() -> ifCurrent(now, () -> state.set(state.get().refused(e.getMessage()))));
    } catch (InterruptedException e) {
      // Given up; whoever did so has said it already.
      Thread.currentThread().interrupt();
    } finally {
      now.end();
    }
  }

  private void ifCurrent(Job which, Runnable task) {
    if (which == job && state.get().busy()) {
      task.run();
    }
  }

  private void take(FolderReport report, boolean stillBusy) {
    boolean sameFiles =
        state.get().report().filter(old -> old.files().equals(report.files())).isPresent();
    state.set(state.get().with(report, stillBusy));
    if (sameFiles) {
      return;
    }
    list();
    if (selected.get().filter(report.files()::contains).isEmpty()) {
      selected.set(report.files().stream().findFirst());
    }
  }

  /** A first picture that nothing can be seen of makes room for one that can be read. */
  private void finish(FolderReport whole) {
    take(whole, false);
    Set<Path> refused =
        whole.problems().stream()
            .filter(problem -> problem.kind() == FileProblem.Kind.REFUSED)
            .map(FileProblem::file)
            .collect(Collectors.toSet());
    boolean untouched = selected.get().equals(whole.files().stream().findFirst());
    if (untouched && selected.get().filter(refused::contains).isPresent()) {
      whole.files().stream()
          .filter(file -> !refused.contains(file))
          .findFirst()
          .ifPresent(file -> selected.set(Optional.of(file)));
    }
  }

  private void list() {
    Optional<FolderReport> report = state.get().report();
    List<Path> all = report.map(FolderReport::files).orElse(List.of());
    pictures.set(
        shownClass
            .get()
            .map(name -> all.stream().filter(f -> isOf(report.get(), f, name)).toList())
            .orElse(all));
  }

  private static boolean isOf(FolderReport report, Path file, String className) {
    Path relative = report.root().relativize(file);
    return relative.getName(report.split() ? 1 : 0).toString().equals(className);
  }
}
