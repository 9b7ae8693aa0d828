package io.simmim.core.doctor;

import java.util.List;

/**
 * What comes of an examination.
 *
 * @param devices that really computed: {@code cpu}, {@code cuda:0}
 * @param sentence whether trainings can run here
 */
public record Diagnosis(List<String> devices, String sentence) {

  public Diagnosis {
    devices = List.copyOf(devices);
  }

  /** Whether something can be computed with. */
  public boolean isUsable() {
    return !devices.isEmpty();
  }
}
