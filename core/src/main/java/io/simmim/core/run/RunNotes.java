package io.simmim.core.run;

import com.google.gson.JsonParseException;
import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What people wrote about a run, in {@code notes.json}. The training never touches that file, and
 * nobody but the training touches {@code run.json}: so neither can undo what the other wrote.
 *
 * @param labels short words to find the run by, each once
 * @param note one sentence or more
 */
public record RunNotes(List<String> labels, String note) {

  /** Nothing was written. */
  public static final RunNotes NONE = new RunNotes(List.of(), "");

  public RunNotes {
    labels = labels == null ? List.of() : labels.stream().distinct().toList();
    note = note == null ? "" : note;
  }

  /** The labels in one line, as {@link #withLabels} reads them. */
  public String labelLine() {
    return String.join(", ", labels);
  }

  /** The same with the labels in {@code line}, which commas part. */
  public RunNotes withLabels(String line) {
    List<String> parts =
        Arrays.stream(line.split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    return new RunNotes(parts, note);
  }

  public RunNotes withNote(String text) {
    return new RunNotes(labels, text.strip());
  }

  /** Replaces the file in one step; with nothing to say, removes it. */
  public void write(Path file) throws DataException {
    try {
      if (equals(NONE)) {
        Files.deleteIfExists(file);
      } else {
        AtomicFile.writeString(file, RunJson.PRETTY.toJson(this) + "\n");
      }
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /** {@link #NONE} when the file does not exist. */
  public static RunNotes read(Path file) throws DataException {
    try {
      RunNotes notes = RunJson.PRETTY.fromJson(Files.readString(file), RunNotes.class);
      return notes == null ? NONE : notes;
    } catch (NoSuchFileException e) {
      return NONE;
    } catch (IOException | JsonParseException e) {
      throw new DataException(
          "Cannot read %s: it is not the notes of a run (%s).".formatted(file, e.getMessage()), e);
    }
  }
}
