package io.simmim.core.cli;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Finding;
import io.simmim.core.doctor.Finding.Level;
import io.simmim.core.doctor.TrialProcess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Findings and verdict as JSON, one object a line. */
final class DoctorJson {

  private static final String TYPE = "type";
  private static final String FINDING = "finding";
  private static final String VERDICT = "verdict";

  private DoctorJson() {}

  /** The form of both kinds of lines; what a kind lacks is null. */
  private record Line(
      String type,
      String level,
      String topic,
      String sentence,
      String remedy,
      List<String> devices) {}

  /** What a line holds; a line that is none of ours holds nothing. */
  static TrialProcess.Reply read(String json) {
    try {
      Line line = new Gson().fromJson(json, Line.class);
      if (line != null && FINDING.equals(line.type())) {
        Level level = Level.valueOf(line.level().toUpperCase(Locale.ROOT));
        Finding finding = new Finding(level, line.topic(), line.sentence(), line.remedy());
        return new TrialProcess.Reply(Optional.of(finding), Optional.empty());
      }
      boolean verdict = line != null && VERDICT.equals(line.type());
      return new TrialProcess.Reply(
          Optional.empty(), verdict ? Optional.of(line.devices()) : Optional.empty());
    } catch (JsonParseException e) {
      return new TrialProcess.Reply(Optional.empty(), Optional.empty());
    }
  }

  static Map<String, Object> tree(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, FINDING);
    tree.put("level", finding.level().name().toLowerCase(Locale.ROOT));
    tree.put("topic", finding.topic());
    tree.put("sentence", finding.sentence());
    tree.put("remedy", finding.remedy());
    return tree;
  }

  static Map<String, Object> tree(Diagnosis diagnosis) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TYPE, VERDICT);
    tree.put("devices", diagnosis.devices());
    tree.put("sentence", diagnosis.sentence());
    return tree;
  }
}
