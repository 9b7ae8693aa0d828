package io.simmim.core.cli;

import io.simmim.core.doctor.Finding;
import java.util.ArrayList;
import java.util.List;

/** A finding for people: a mark and its topic before it, what to do below it. */
final class DoctorText {

  private DoctorText() {}

  static List<String> lines(Finding finding) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format("%-5s  %-13s  %s", mark(finding), finding.topic(), finding.sentence()));
    if (!finding.remedy().isEmpty()) {
      lines.add(String.format("%22s%s", "", finding.remedy()));
    }
    return lines;
  }

  private static String mark(Finding finding) {
    return switch (finding.level()) {
      case GOOD -> "ok";
      case NOTE -> "note";
      case FAULT -> "FAULT";
    };
  }
}
