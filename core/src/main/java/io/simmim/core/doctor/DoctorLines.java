package io.simmim.core.doctor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import io.simmim.core.doctor.Finding.Level;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Findings and diagnosis for other programs, as JSON with one object a line: {@code type} is {@code
 * finding} (with {@code level}, {@code topic}, {@code sentence}, {@code remedy}) or {@code verdict}
 * (with {@code devices}, {@code sentence}).
 */
public final class DoctorLines {

  private static final String FINDING = "finding";
  private static final String VERDICT = "verdict";

  private DoctorLines() {}

  private record Form(
      String type,
      String level,
      String topic,
      String sentence,
      String remedy,
      List<String> devices) {}

  /** What a line says; both empty when it is none of these. */
  public record Line(Optional<Finding> finding, Optional<Diagnosis> diagnosis) {}

  public static String of(Finding finding) {
    return json(
        new Form(
            FINDING,
            finding.level().name().toLowerCase(Locale.ROOT),
            finding.topic(),
            finding.sentence(),
            finding.remedy(),
            null));
  }

  public static String of(Diagnosis diagnosis) {
    return json(new Form(VERDICT, null, null, diagnosis.sentence(), null, diagnosis.devices()));
  }

  private static String json(Form form) {
    return new GsonBuilder().disableHtmlEscaping().create().toJson(form);
  }

  /** Reads a line; a torn one says nothing. */
  public static Line read(String json) {
    try {
      Form form = new Gson().fromJson(json, Form.class);
      String type = form == null ? "" : String.valueOf(form.type());
      return new Line(
          type.equals(FINDING) ? Optional.of(finding(form)) : Optional.empty(),
          type.equals(VERDICT)
              ? Optional.of(new Diagnosis(form.devices(), form.sentence()))
              : Optional.empty());
    } catch (JsonParseException e) {
      return new Line(Optional.empty(), Optional.empty());
    }
  }

  private static Finding finding(Form form) {
    Level level = Level.valueOf(form.level().toUpperCase(Locale.ROOT));
    return new Finding(level, form.topic(), form.sentence(), form.remedy());
  }
}
