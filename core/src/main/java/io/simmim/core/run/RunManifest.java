package io.simmim.core.run;

import com.google.gson.JsonParseException;
import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Where the numbers of a run come from: what was run, on what, by which process. In {@code
 * run.json}.
 *
 * @param commandLine the arguments, as given to the command line
 * @param version of this program
 * @param device such as {@code cpu} or {@code cuda:0}
 * @param dataFingerprint changes when an image of the data set is added, removed or changed
 * @param state as the run itself last wrote it; see {@link RunStatus} for what is really true
 */
public record RunManifest(
    List<String> commandLine,
    String version,
    String java,
    String os,
    String device,
    String configName,
    String dataPath,
    String dataFingerprint,
    RunOwner owner,
    Instant startedAt,
    RunStatus state) {

  private static final String IMPORT = "import";
  private static final String UNKNOWN = "unknown";

  public RunManifest {
    commandLine = commandLine == null ? List.of() : List.copyOf(commandLine);
  }

  /** The manifest of a run that this process starts now. */
  public static RunManifest starting(
      List<String> commandLine,
      String device,
      String configName,
      String dataPath,
      String dataFingerprint) {
    return new RunManifest(
        commandLine,
        ProgramVersion.current(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        device,
        configName,
        dataPath,
        dataFingerprint,
        RunOwner.current(),
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        RunStatus.RUNNING);
  }

  /** The manifest of a run that is known from a log only; see {@link LogImport}. */
  static RunManifest imported(Path log, String configName, Instant startedAt, RunStatus state) {
    return new RunManifest(
        List.of(IMPORT, log.toAbsolutePath().toString()),
        ProgramVersion.current(),
        "",
        "",
        UNKNOWN,
        configName,
        "",
        "",
        new RunOwner(0, "", Instant.EPOCH),
        startedAt,
        state);
  }

  /** Whether the run was trained elsewhere and only its log was taken over. */
  public boolean isImported() {
    return !commandLine.isEmpty() && commandLine.get(0).equals(IMPORT);
  }

  public RunManifest withState(RunStatus newState) {
    return new RunManifest(
        commandLine,
        version,
        java,
        os,
        device,
        configName,
        dataPath,
        dataFingerprint,
        owner,
        startedAt,
        newState);
  }

  /** Replaces the file in one step; a reader never sees half of it. */
  public void write(Path file) throws DataException {
    try {
      AtomicFile.writeString(file, RunJson.PRETTY.toJson(this) + "\n");
    } catch (IOException e) {
      throw DiskFault.writing(file, e);
    }
  }

  /** Empty when the file does not exist. */
  public static Optional<RunManifest> read(Path file) throws DataException {
    try {
      return Optional.ofNullable(
          RunJson.PRETTY.fromJson(Files.readString(file), RunManifest.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JsonParseException e) {
      throw new DataException(
          "Cannot read %s: it is not the manifest of a run (%s).".formatted(file, e.getMessage()),
          e);
    }
  }
}
