package io.simmim.core.cli;

import io.simmim.core.doctor.Diagnosis;
import io.simmim.core.doctor.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Findings and verdict as JSON. */
final class DoctorJson {

  private DoctorJson() {}

  static Map<String, Object> tree(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", "finding");
    tree.put("level", finding.level().name().toLowerCase(Locale.ROOT));
    tree.put("topic", finding.topic());
    tree.put("sentence", finding.sentence());
    tree.put("remedy", finding.remedy());
    return tree;
  }

  static Map<String, Object> tree(Diagnosis diagnosis) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", "verdict");
    tree.put("devices", diagnosis.devices());
    tree.put("sentence", diagnosis.sentence());
    return tree;
  }
}
