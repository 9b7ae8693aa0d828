package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A YAML file that can be chosen.
 *
 * @param group folder below the root that it lies in; empty for the root itself
 * @param name file name without its ending
 */
public record ConfigFile(Path path, String group, String name) {

  private static final int DEPTH = 4;

  /**
   * All YAML files below a folder, by group and name; none if there is no such folder.
   *
   * @throws DataException if the folder cannot be listed
   */
  public static List<ConfigFile> below(Path root) throws DataException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root, DEPTH)) {
      return files.filter(ConfigFile::isYaml).sorted().map(file -> of(root, file)).toList();
    } catch (IOException e) {
      throw new DataException("Cannot list " + root + ": check that it can be read.", e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }

  private static ConfigFile of(Path root, Path file) {
    Path folder = root.relativize(file).getParent();
    String name = file.getFileName().toString();
    return new ConfigFile(
        file, folder == null ? "" : folder.toString(), name.substring(0, name.lastIndexOf('.')));
  }
}
