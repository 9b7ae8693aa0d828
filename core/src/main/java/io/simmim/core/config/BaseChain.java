package io.simmim.core.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** Adds a file after the files that it names under {@code BASE}, and so on down. */
final class BaseChain {

  private static final int MAX_FILES = 64;

  private final ConfigSchema schema;
  private final ConfigAssembly assembly;
  private final Deque<Path> open = new ArrayDeque<>();
  private int files;

  BaseChain(ConfigSchema schema, ConfigAssembly assembly) {
    this.schema = schema;
    this.assembly = assembly;
  }

  /**
   * @param namedAt where the file was asked for: faults of finding it are reported there
   */
  void addFile(Path file, Origin namedAt) {
    Path identity = file.toAbsolutePath().normalize();
    if (open.contains(identity)) {
      assembly.fault(namedAt, "BASE", "the files name each other in a circle: " + circle(identity));
    } else if (++files > MAX_FILES) {
      assembly.fault(namedAt, "BASE", "more than " + MAX_FILES + " files are chained by BASE.");
    } else {
      open.push(identity);
      read(file, namedAt);
      open.pop();
    }
  }

  void addText(String yaml, Path folder, String source) {
    YamlDocument document = YamlDocument.read(yaml, source, schema);
    assembly.addFaults(document.faults());
    assembly.addNotes(document.notes());
    for (YamlDocument.Entry base : document.bases()) {
      addBase(folder, base.raw().toString(), new Origin(source, base.line()));
    }
    for (YamlDocument.Entry entry : document.entries()) {
      ConfigKey key = schema.find(entry.path()).orElseThrow();
      assembly.put(key, entry.raw(), new Origin(source, entry.line()));
    }
  }

  private void addBase(Path folder, String name, Origin namedAt) {
    try {
      addFile(folder.resolve(name), namedAt);
    } catch (InvalidPathException e) {
      assembly.fault(namedAt, "BASE", Quoted.of(name) + " cannot be a file name.");
    }
  }

  private void read(Path file, Origin namedAt) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > YamlText.MAX_CHARACTERS) {
        assembly.fault(namedAt, "", file + " is too large for a configuration.");
        return;
      }
      addText(Files.readString(file), folderOf(file), file.toString());
    } catch (NoSuchFileException e) {
      assembly.fault(namedAt, "", "there is no file " + file + "; check the path.");
    } catch (CharacterCodingException e) {
      assembly.fault(namedAt, "", file + " is not a UTF-8 text file; is it a configuration?");
    } catch (IOException e) {
      assembly.fault(namedAt, "", file + " cannot be read (" + e.getMessage() + ").");
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().getParent();
  }

  private String circle(Path repeated) {
    return open.stream().map(Path::toString).collect(Collectors.joining(" <- "))
        + "; remove "
        + repeated.getFileName()
        + " from one of them.";
  }
}
