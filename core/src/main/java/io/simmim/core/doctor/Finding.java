package io.simmim.core.doctor;

/**
 * Something that was looked at.
 *
 * @param topic what it is about, in a word or two: {@code engine}, {@code GPU}
 * @param sentence what was found, or was not
 * @param remedy what to do about it, as a sentence; empty when nothing needs to be done
 */
public record Finding(Level level, String topic, String sentence, String remedy) {

  /** How good or bad it is. */
  public enum Level {
    /** As it should be. */
    GOOD,
    /** Trainings run in spite of it. */
    NOTE,
    /** Something that was asked for cannot work. */
    FAULT
  }

  public static Finding good(String topic, String sentence) {
    return new Finding(Level.GOOD, topic, sentence, "");
  }

  public static Finding note(String topic, String sentence, String remedy) {
    return new Finding(Level.NOTE, topic, sentence, remedy);
  }

  public static Finding fault(String topic, String sentence, String remedy) {
    return new Finding(Level.FAULT, topic, sentence, remedy);
  }
}
