package io.simmim.workbench.checkpoint;

import io.simmim.core.config.SimMimConfig.NormTarget;
import io.simmim.core.inspect.Fit;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.inspect.Printable;
import io.simmim.workbench.checkpoint.Verdict.Standing;
import io.simmim.workbench.fx.InWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a file is in words that need no knowledge of its insides. */
final class Verdicts {

  private static final int NAMED = 3;

  private final Inspection inspection;
  private final boolean loadable;

  private Verdicts(Inspection inspection) {
    this.inspection = inspection;
    loadable = inspection.fit().map(Fit::isExact).orElse(false);
  }

  static Verdict of(Inspection inspection) {
    Verdicts verdicts = new Verdicts(inspection);
    return new Verdict(
        verdicts.standing(),
        verdicts.sentence(),
        verdicts.remarks(),
        Facts.of(inspection),
        FitGroups.of(inspection));
  }

  private Standing standing() {
    if (inspection.kind() == Kind.UNKNOWN) {
      return Standing.UNUSABLE;
    }
    boolean clean =
        loadable
            && inspection.foreignCode().isEmpty()
            && inspection.disagreements().isEmpty()
            && inspection.configFaults().isEmpty();
    return clean ? Standing.GOOD : Standing.ATTENTION;
  }

  private String sentence() {
    return switch (inspection.kind()) {
      case PRETRAINING ->
          loadable
              ? "A SimMIM pre-training: it can fill in the hidden parts of a picture, and a"
                  + " classifier can grow from it."
              : "A SimMIM pre-training, but not all of its weights fit the model: only its encoder"
                  + " may be of use.";
      case FINE_TUNED, CLASSIFIER ->
          loadable
              ? "A classifier: it tells pictures of "
                  + InWords.count(inspection.numClasses())
                  + " classes apart, and another one can grow from it."
              : "A classifier, but not all of its weights fit the model: only its encoder may be of"
                  + " use.";
      case ENCODER ->
          "An encoder alone: it cannot fill in pictures or tell classes apart, but a classifier can"
              + " grow from it.";
      case UNKNOWN ->
          "No model that is known here: its tensors can be looked at, but nothing can be done with"
              + " them.";
    };
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    inspection.fit().filter(fit -> !loadable).ifPresent(fit -> remarks.add(misfit(fit)));
    if (!inspection.disagreements().isEmpty()) {
      remarks.add(
          "The configuration in the file contradicts the tensors beside it in "
              + inspection.disagreements().get(0).key()
              + (inspection.disagreements().size() > 1 ? " and other keys." : "."));
    }
    if (!inspection.configFaults().isEmpty()) {
      remarks.add("The configuration in the file is not valid; the shapes of the tensors count.");
    }
    inspection.file().configProblem().ifPresent(remarks::add);
    inspection.file().remarks().forEach(remark -> remarks.add(Printable.of(remark)));
    if (!inspection.foreignCode().isEmpty()) {
      remarks.add(foreignCode(inspection.foreignCode()));
    }
    if (inspection.target().filter(NormTarget::enable).isPresent()) {
      remarks.add(
          "It predicts pixels normalised within windows, not colours: a reconstruction borrows"
              + " brightness and contrast from the original.");
    }
    return remarks;
  }

  private static String foreignCode(List<String> names) {
    String more = names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "";
    return "It asks for code that no checkpoint needs ("
        + names.stream().limit(NAMED).map(Printable::of).collect(Collectors.joining(", "))
        + more
        + "). Nothing of it was run here; Python may run it when it opens the file.";
  }

  private static String misfit(Fit fit) {
    List<String> parts = new ArrayList<>();
    add(parts, fit.missing().size(), "missing");
    add(parts, fit.differing().size(), "of another shape or type");
    add(parts, fit.unexpected().size(), "unexpected");
    return fit.matched()
        + " of the "
        + fit.expected()
        + " tensors of the model match, "
        + String.join(", ", parts)
        + ".";
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
