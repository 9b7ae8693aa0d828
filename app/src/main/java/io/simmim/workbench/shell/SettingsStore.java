package io.simmim.workbench.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Settings} in one small JSON file; a missing or spoilt one means the defaults.
 */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private final Gson gson = new GsonBuilder().setPrettyPrinting().create();
  private final Path file;
  private Settings settings;

  public SettingsStore(Path file) {
    this.file = file;
    this.settings = read();
  }

  public synchronized Settings get() {
    return settings;
  }

  /** Changes the settings and writes them. */
  public synchronized void update(UnaryOperator<Settings> change) {
    Settings changed = change.apply(settings);
    if (!changed.equals(settings)) {
      settings = changed;
      write();
    }
  }

  private Settings read() {
    if (!Files.exists(file)) {
      return Settings.DEFAULT;
    }
    try {
      Settings read = gson.fromJson(Files.readString(file), Settings.class);
      boolean complete =
          read != null
              && read.theme() != null
              && Objects.nonNull(read.page())
              && Objects.nonNull(read.runsFolder())
              && Objects.nonNull(read.dataFolder())
              && Objects.nonNull(read.config());
      if (!complete) {
        return Settings.DEFAULT;
      }
      boolean masks = read.masks() != null && read.masks().isComplete();
      return masks ? read : read.withMasks(MasksSettings.DEFAULT);
    } catch (IOException | JsonParseException e) {
      LOG.warn(
          "The settings in {} cannot be read; starting with the defaults: {}",
          file,
          e.getMessage());
      return Settings.DEFAULT;
    }
  }

  private void write() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(temporary, gson.toJson(settings));
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The settings cannot be written to {}.", file, e);
    }
  }
}
