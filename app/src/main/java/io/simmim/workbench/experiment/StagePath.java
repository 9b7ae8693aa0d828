package io.simmim.workbench.experiment;

import io.simmim.core.fault.SimMimException;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A file or folder, looked into in the background with the eyes of a stage. The answer to what was
 * asked last is shown; one that comes after another path or stage was chosen is dropped.
 *
 * @param <T> what is found
 */
final class StagePath<T> {

  private record Question(String path, RunStage stage) {}

  /**
   * What was found.
   *
   * @param words the same in words
   * @param objection why it cannot be used; empty when it can
   */
  record Finding<T>(T value, String words, String objection) {}

  /** Looks into a path; called in the background. */
  interface Look<T> {
    Finding<T> into(String path, RunStage stage) throws SimMimException;
  }

  private final Executor background;
  private final Executor toolkit;
  private final String waiting;
  private final Predicate<RunStage> asking;
  private final Look<T> look;
  private final StringProperty path = new SimpleStringProperty(this, "path", "");
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyObjectWrapper<Optional<T>> found =
      new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
  private RunStage stage = RunStage.PRETRAIN;

  /**
   * An empty path.
   *
   * @param waiting word that is shown until there is an answer
   * @param asking the stages that need the path at all
   */
  StagePath(
      Executor background,
      Executor toolkit,
      String waiting,
      Predicate<RunStage> asking,
      Look<T> look) {
    this.background = background;
    this.toolkit = toolkit;
    this.waiting = waiting;
    this.asking = asking;
    this.look = look;
    path.addListener((p, old, now) -> ask());
  }

  /** As typed or chosen; empty for none. */
  StringProperty pathProperty() {
    return path;
  }

  /** What was found, in words. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** Why the path cannot be used; empty while it can, and without one. */
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What was found, once it is and can be used. */
  ReadOnlyObjectProperty<Optional<T>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Looks again: another stage may see something else in the same place. */
  void setStage(RunStage now) {
    if (now != stage) {
      stage = now;
      ask();
    }
  }

  private void ask() {
    Question question = question();
    boolean nothing = question.path().isEmpty() || !asking.test(stage);
    found.set(Optional.empty());
    problem.set("");
    words.set(nothing ? "" : waiting);
    if (!nothing) {
      background.execute(() -> answer(question));
    }
  }

  private void answer(Question question) {
    try {
      Finding<T> finding = look.into(question.path(), question.stage());
      tell(question, finding);
    } catch (SimMimException e) {
      tell(question, objection(e.getMessage()));
    } catch (InvalidPathException e) {
      tell(question, objection("This is not a path: " + e.getReason() + "."));
    }
  }

  private static <T> Finding<T> objection(String sentence) {
    return new Finding<>(null, "", sentence);
  }

  private void tell(Question question, Finding<T> finding) {
    toolkit.execute(
        () -> {
          if (question.equals(question())) {
            boolean usable = finding.objection().isEmpty();
            words.set(usable ? finding.words() : "");
            problem.set(finding.objection());
            found.set(usable ? Optional.of(finding.value()) : Optional.empty());
          }
        });
  }

  private Question question() {
    return new Question(path.get().strip(), stage);
  }
}
