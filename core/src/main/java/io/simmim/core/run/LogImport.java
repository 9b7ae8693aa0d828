package io.simmim.core.run;

import io.simmim.core.fault.DataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes trainings that were done elsewhere over into a workspace, from their official logs: for
 * each a run folder with the events that the log tells, the configuration that it printed, and the
 * log itself.
 */
public final class LogImport {

  private static final String LOG_NAME = "log_rank0.txt";
  private static final int DEPTH = 6;

  /**
   * A log that was taken over.
   *
   * @param badLines lines of it that could not be read
   */
  public record Imported(RunFolder folder, int badLines) {}

  private LogImport() {}

  /**
   * The logs to take over: the file itself, or every {@code log_rank0.txt} in and below a folder,
   * in the order of their paths.
   *
   * @throws DataException when there is none
   */
  public static List<Path> logsIn(Path fileOrFolder) throws DataException {
    if (Files.isRegularFile(fileOrFolder)) {
      return List.of(fileOrFolder);
    }
    try (Stream<Path> files = Files.walk(fileOrFolder, DEPTH)) {
      List<Path> logs =
          files.filter(file -> file.getFileName().toString().equals(LOG_NAME)).sorted().toList();
      if (logs.isEmpty()) {
        throw new DataException(
            "%s has no %s in it or up to %d folders below: choose the log itself."
                .formatted(fileOrFolder, LOG_NAME, DEPTH));
      }
      return logs;
    } catch (IOException e) {
      throw DiskFault.reading(fileOrFolder, e);
    }
  }

  /**
   * Makes a run of the log, in {@code workspace/imported/<MODEL.NAME>/<folder of the log>}.
   *
   * @param zone in which the log's times were printed
   * @throws DataException when the file tells of no training, or cannot be read or written
   */
  public static Imported into(Path workspace, Path log, ZoneId zone) throws DataException {
    ReadLog read = read(log, zone);
    if (read.isEmpty()) {
      throw new DataException(
          "%s has no line of an official training log, such as \"Train: [0/100][0/1251] eta ...\":"
                  .formatted(log)
              + " choose the log_rank0.txt of a training.");
    }
    RunFolder folder = freeFolder(workspace, read.name(), log);
    write(folder, read, log);
    return new Imported(folder, read.badLines());
  }

  private static ReadLog read(Path log, ZoneId zone) throws DataException {
    // A log whose disk ran full may hold anything.
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(Files.newInputStream(log), decoder))) {
      return OfficialLogReader.read(reader.lines(), zone);
    } catch (IOException e) {
      throw DiskFault.reading(log, e);
    }
  }

  private static RunFolder freeFolder(Path workspace, String name, Path log) {
    Path above = log.toAbsolutePath().normalize().getParent();
    String tag = above.getFileName() == null ? "log" : above.getFileName().toString();
    String model = name.replaceAll("[^A-Za-z0-9._-]+", "_");
    Path parent = workspace.resolve("imported").resolve(model.isEmpty() ? "unnamed" : model);
    Path free = parent.resolve(tag);
    for (int i = 2; Files.exists(free); i++) {
      free = parent.resolve(tag + "-" + i);
    }
    return new RunFolder(free);
  }

  private static void write(RunFolder folder, ReadLog read, Path log) throws DataException {
    List<RunEvent> events = read.events();
    RunEvent newest = events.get(events.size() - 1);
    RunEvent.Outcome outcome =
        newest instanceof RunEvent.Ended ? RunEvent.Outcome.FINISHED : RunEvent.Outcome.STOPPED;
    // First of all: whoever looks now sees a run that is not under way.
    RunManifest.imported(log, read.name(), events.get(0).time(), RunStatus.of(outcome))
        .write(folder.manifest());
    try {
      Files.copy(log, folder.log(0));
      if (!read.config().isEmpty()) {
        AtomicFile.writeString(folder.config(), read.config());
      }
    } catch (IOException e) {
      throw DiskFault.writing(folder.path(), e);
    }
    try (EventLog out = EventLog.open(folder.events())) {
      for (RunEvent event : events) {
        out.accept(event);
      }
      out.accept(new RunEvent.Note(newest.time(), remark(log, read.badLines())));
      out.accept(ending(events, newest.time(), outcome));
    }
  }

  private static String remark(Path log, int badLines) {
    return "Imported from %s%s."
        .formatted(
            log.toAbsolutePath(),
            switch (badLines) {
              case 0 -> "";
              case 1 -> "; 1 line could not be read";
              default -> "; " + badLines + " lines could not be read";
            });
  }

  private static RunEvent ending(List<RunEvent> events, Instant time, RunEvent.Outcome outcome) {
    RunEvent.Step step =
        events.stream()
            .filter(RunEvent.Step.class::isInstance)
            .map(RunEvent.Step.class::cast)
            .reduce((a, b) -> b)
            .orElse(null);
    String message =
        outcome == RunEvent.Outcome.FINISHED || step == null
            ? "The log ends with the training."
            : "The log ends in epoch %d.".formatted(step.epoch() + 1);
    return new RunEvent.Ended(
        time, outcome, step == null ? -1 : step.epoch(), step == null ? -1 : step.step(), message);
  }
}
