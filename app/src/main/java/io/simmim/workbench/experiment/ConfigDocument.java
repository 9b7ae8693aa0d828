package io.simmim.workbench.experiment;

import io.simmim.core.config.ConfigEdit;
import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigResult;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigValues;
import io.simmim.core.config.Overrides;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The configuration being edited. Its text is the truth: typing in the editor changes it directly,
 * the form changes one key in it, and both go through one history. Reading it, which may open files
 * named under BASE, happens in the background.
 */
public final class ConfigDocument {

  /**
   * A text and the file it came from.
   *
   * @param opened values of that file as it was opened
   * @param stage what it was meant for then
   */
  private record Version(String text, Path source, ConfigValues opened, RunStage stage) {}

  private static final String TYPING = "typing";

  private final Executor background;
  private final Executor toolkit;
  private final LongSupplier clock;
  private final History<Version> history;
  private final Map<String, String> refused = new LinkedHashMap<>();
  private final ObjectProperty<RunStage> stage =
      new SimpleObjectProperty<>(this, "stage", RunStage.PRETRAIN);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
  private final ReadOnlyObjectWrapper<Path> source = new ReadOnlyObjectWrapper<>(this, "source");
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(this, "reading", Reading.NONE);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper(this, "canUndo");
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper(this, "canRedo");
  private long newestReading;

  /**
   * @param clock milliseconds, to join changes that follow each other quickly
   */
  public ConfigDocument(Executor background, Executor toolkit, LongSupplier clock) {
    this.background = background;
    this.toolkit = toolkit;
    this.clock = clock;
    this.history =
        new History<>(new Version("", Path.of("new.yaml"), ConfigValues.defaults(), stage.get()));
    stage.addListener((p, old, now) -> showCurrent());
    showCurrent();
  }

  /** What the configuration is for, by whose rules it is checked. */
  public ObjectProperty<RunStage> stageProperty() {
    return stage;
  }

  /** The YAML text. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /** The file that was opened. */
  public ReadOnlyObjectProperty<Path> sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** What the text means; follows it after a moment. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** Takes another file, already read as {@code content}; this, too, can be undone. */
  public void open(Path file, String content) {
    open(file, content, Map.of());
  }

  /**
   * Takes another file and changes some of its keys.
   *
   * @param changes values by dotted path
   */
  public void open(Path file, String content, Map<String, String> changes) {
    background.execute(
        () -> {
          ConfigValues opened = parse(content, file).draft().values();
          toolkit.execute(
              () -> {
                take(new Version(content, file, opened, stage.get()));
                changes.forEach(this::set);
              });
        });
  }

  private void take(Version opened) {
    boolean nothingYet = history.current().text().isEmpty() && !history.canUndo();
    if (nothingYet) {
      history.restart(opened);
      showCurrent();
    } else {
      add(opened, "");
    }
  }

  /** Replaces the text, as the editor does with every key. */
  public void edit(String newText) {
    if (!newText.equals(text.get())) {
      add(withText(newText), TYPING);
    }
  }

  /**
   * Sets one key, by its dotted path. A value that the key does not allow stays out of the text; it
   * becomes a fault until the key is set again.
   */
  public void set(String path, String value) {
    ConfigKey key = ConfigSchema.official().find(path).orElseThrow();
    Optional<String> problem = key.read(value).problem();
    if (problem.isPresent()) {
      refuse(path, problem.get() + "; allowed: " + key.allowed() + ".");
      return;
    }
    Optional<String> changed = ConfigEdit.set(text.get(), path, value);
    if (changed.isEmpty()) {
      refuse(path, "The form cannot change this YAML; correct or simplify the text first.");
    } else if (!changed.get().equals(text.get()) || refused.containsKey(path)) {
      refused.remove(path);
      add(withText(changed.get()), path);
    }
  }

  /** Sets one key back to what the opened file says. */
  public void reset(String path) {
    set(path, FormValues.text(history.current().opened().get(path)));
  }

  /** Takes back what the form refused; with nothing refused, the newest change. */
  public void undo() {
    if (refused.isEmpty()) {
      move(history::undo);
    } else {
      refused.clear();
      showCurrent();
    }
  }

  public void redo() {
    move(history::redo);
  }

  /** Back at another file it is again for the stage that the file was opened for. */
  private void move(Runnable step) {
    Path before = history.current().source();
    step.run();
    refused.clear();
    Version now = history.current();
    if (!now.source().equals(before)) {
      stage.set(now.stage());
    }
    showCurrent();
  }

  private void refuse(String path, String why) {
    refused.put(path, why);
    showCurrent();
  }

  private void add(Version version, String kind) {
    if (kind.isEmpty() || kind.equals(TYPING)) {
      refused.clear();
    }
    history.add(version, kind, clock.getAsLong());
    showCurrent();
  }

  private Version withText(String newText) {
    Version now = history.current();
    return new Version(newText, now.source(), now.opened(), stage.get());
  }

  private void showCurrent() {
    Version version = history.current();
    source.set(version.source());
    text.set(version.text());
    canUndo.set(history.canUndo() || !refused.isEmpty());
    canRedo.set(history.canRedo());
    RunStage now = stage.get();
    long number = ++newestReading;
    background.execute(
        () -> {
          ConfigResult result = check(parse(version.text(), version.source()), now);
          toolkit.execute(
              () -> {
                if (number == newestReading) {
                  reading.set(Reading.of(now, result, version.opened(), refused));
                }
              });
        });
  }

  private static ConfigResult parse(String text, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    String name = file.getFileName().toString();
    return new ConfigLoader().parse(text, folder, name, Overrides.none());
  }

  private static ConfigResult check(ConfigResult result, RunStage stage) {
    return switch (stage) {
      case PRETRAIN -> result.forPretraining();
      case FINETUNE -> result.forFinetuning();
      case EVALUATE, THROUGHPUT -> result.forEvaluation();
    };
  }
}
