package io.simmim.workbench.data;

import io.simmim.core.survey.FolderReport;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a folder is looked through.
 *
 * @param folder empty for none
 * @param report what is known so far
 * @param busy whether it is being looked through
 * @param everything whether every file is, or was, decoded
 * @param stopped whether the user gave up before the end
 * @param fault why the folder cannot be used, one sentence; empty when it can
 */
public record SurveyState(
    Optional<Path> folder,
    Optional<FolderReport> report,
    boolean busy,
    boolean everything,
    boolean stopped,
    String fault) {

  static final SurveyState NONE =
      new SurveyState(Optional.empty(), Optional.empty(), false, false, false, "");

  static SurveyState begun(Path folder, boolean everything, Optional<FolderReport> before) {
    return new SurveyState(Optional.of(folder), before, true, everything, false, "");
  }

  SurveyState with(FolderReport now, boolean stillBusy) {
    return new SurveyState(folder, Optional.of(now), stillBusy, everything, false, "");
  }

  SurveyState givenUp() {
    return new SurveyState(folder, report, false, everything, true, "");
  }

  SurveyState refused(String sentence) {
    return new SurveyState(folder, Optional.empty(), false, everything, false, sentence);
  }

  /** Share of the files looked into, 0 to 1. */
  public double progress() {
    return report
        .filter(found -> found.images() > 0)
        .map(found -> (double) found.checked() / found.images())
        .orElse(0.0);
  }
}
