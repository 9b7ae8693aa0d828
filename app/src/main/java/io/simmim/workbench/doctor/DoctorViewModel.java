package io.simmim.workbench.doctor;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The findings about this machine; opening asks for them anew, closing gives up. */
public final class DoctorViewModel implements DoctorWork.Listener {

  /**
   * What comes of it.
   *
   * @param usable whether something can be computed with
   * @param sentence empty while it is not known
   */
  public record Verdict(boolean usable, String sentence) {

    static final Verdict UNKNOWN = new Verdict(true, "");
  }

  private final DoctorWork work;
  private final BooleanProperty open = new SimpleBooleanProperty(this, "open");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyObjectWrapper<Verdict> verdict =
      new ReadOnlyObjectWrapper<>(this, "verdict", Verdict.UNKNOWN);
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableList<Finding> findingsReadOnly =
      FXCollections.unmodifiableObservableList(findings);
  private Runnable stop = () -> {};

  public DoctorViewModel(DoctorWork work) {
    this.work = work;
    open.addListener(
        (p, old, now) -> {
          if (now) {
            examine();
          } else {
            giveUp();
          }
        });
  }

  /** Whether the findings are on display. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Whether it is still looking. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Verdict> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  public ObservableList<Finding> findings() {
    return findingsReadOnly;
  }

  /** Looks anew; does nothing while it is looking. */
  public void examine() {
    if (running.get()) {
      return;
    }
    findings.clear();
    verdict.set(Verdict.UNKNOWN);
    running.set(true);
    stop = work.start(this);
  }

  private void giveUp() {
    stop.run();
    running.set(false);
  }

  /** Everything that was found, for a message to somebody who helps. */
  public String text() {
    String lines =
        findings.stream()
            .map(
                finding ->
                    (finding.topic() + ": " + finding.sentence() + " " + finding.remedy()).strip())
            .collect(Collectors.joining("\n"));
    return (lines + "\n" + verdict.get().sentence()).strip();
  }

  @Override
  public void found(List<Finding> all) {
    // Only new ones are added: what is read or selected stays where it is.
    findings.addAll(all.subList(Math.min(findings.size(), all.size()), all.size()));
  }

  @Override
  public void done(Optional<Diagnosis> diagnosis, String problem) {
    running.set(false);
    verdict.set(
        diagnosis
            .map(d -> new Verdict(d.isUsable(), d.sentence()))
            .orElseGet(() -> new Verdict(false, problem)));
  }
}
