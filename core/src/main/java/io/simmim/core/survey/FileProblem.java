package io.simmim.core.survey;

import java.nio.file.Path;

/**
 * A file with something wrong or odd about it.
 *
 * @param relativePath below the root of the data set, with forward slashes
 * @param reason what is said of the file, a sentence without its subject: {@code is empty …}
 */
public record FileProblem(Path file, String relativePath, Kind kind, String reason) {

  /** What it means for a training. */
  public enum Kind {
    /** Training passes over the file. */
    REFUSED,
    /** Training takes it; it may not be what was meant. */
    ODD,
    /** Training enlarges it to its input. */
    SMALL
  }

  /** The whole sentence. */
  public String inWords() {
    return relativePath + " " + reason;
  }
}
