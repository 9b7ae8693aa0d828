package io.simmim.core.inspect;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What the tensors of a file say about one key of the configuration.
 *
 * @param key official path, such as {@code MODEL.SWIN.EMBED_DIM}
 * @param value as a configuration holds it; null for YAML null, and where no value is known
 * @param slack how much larger the true value may be than {@code value}, exclusive; 0 if not at all
 * @param remark why no more is known; empty when everything is
 */
public record Finding(String key, Certainty certainty, Object value, double slack, String remark) {

  /** How much is known. */
  public enum Certainty {
    /** The value. */
    KNOWN,
    /** The smallest value that it may have. */
    AT_LEAST,
    /** A list in which 0 stands for whatever is usual. */
    KNOWN_BUT_ZEROS,
    /** Only that it is not null. */
    NOT_NULL,
    /** Nothing. */
    UNKNOWN
  }

  static Finding known(String key, Object value) {
    return new Finding(key, Certainty.KNOWN, value, 0, "");
  }

  /** A number that the model rounds down after multiplying it. */
  static Finding roundedDown(String key, double value, double slack) {
    return new Finding(key, Certainty.KNOWN, value, slack, "");
  }

  static Finding atLeast(String key, long value, String remark) {
    return new Finding(key, Certainty.AT_LEAST, value, 0, remark);
  }

  static Finding knownButZeros(String key, List<Long> values) {
    return new Finding(key, Certainty.KNOWN_BUT_ZEROS, values, 0, "");
  }

  static Finding notNull(String key, String remark) {
    return new Finding(key, Certainty.NOT_NULL, null, 0, remark);
  }

  static Finding unknown(String key, String remark) {
    return new Finding(key, Certainty.UNKNOWN, null, 0, remark);
  }

  /** Whether there is a value to build a model with. */
  boolean hasValue() {
    return certainty != Certainty.NOT_NULL && certainty != Certainty.UNKNOWN;
  }

  /** Whether a configuration's value cannot be right. */
  boolean contradicts(Object stated) {
    return switch (certainty) {
      case UNKNOWN -> false;
      case NOT_NULL -> stated == null;
      case KNOWN_BUT_ZEROS -> !(stated instanceof List<?> list) || !agrees(list);
      case AT_LEAST -> !(stated instanceof Long number) || number < (Long) value;
      case KNOWN -> slack > 0 ? !isWithin(stated) : !Objects.equals(value, stated);
    };
  }

  private boolean agrees(List<?> stated) {
    List<?> found = (List<?>) value;
    return stated.size() == found.size()
        && IntStream.range(0, found.size())
            .allMatch(i -> found.get(i).equals(0L) || found.get(i).equals(stated.get(i)));
  }

  private boolean isWithin(Object stated) {
    double least = (Double) value;
    return stated instanceof Double number
        && number > least - 1e-9
        && number < least + slack + 1e-9;
  }

  /** Value and what is uncertain about it, such as {@code at least 7}. */
  public String text() {
    return switch (certainty) {
      case KNOWN, KNOWN_BUT_ZEROS -> String.valueOf(value);
      case AT_LEAST -> "at least " + value;
      case NOT_NULL -> "not null";
      case UNKNOWN -> "not known";
    };
  }
}
