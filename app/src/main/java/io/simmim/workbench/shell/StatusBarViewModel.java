package io.simmim.workbench.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the status bar says: the job under way, or that there is none. */
public final class StatusBarViewModel {

  /**
   * A running job in words.
   *
   * @param place how far it is
   * @param progress 0 to 1
   * @param figures its newest numbers
   * @param others how many more jobs run
   */
  public record Job(String name, String place, double progress, String figures, int others) {}

  private final ObjectProperty<Job> job = new SimpleObjectProperty<>(this, "job");

  private final StringProperty waiting = new SimpleStringProperty(this, "waiting", "");

  /** How many runs wait, in words; empty for none. */
  public StringProperty waitingProperty() {
    return waiting;
  }

  /** The newest running job, or {@code null}. */
  public ObjectProperty<Job> jobProperty() {
    return job;
  }
}
