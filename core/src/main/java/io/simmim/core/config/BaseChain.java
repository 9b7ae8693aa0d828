package io.simmim.core.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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
  private static final int MAX_TOTAL = 10 * YamlText.MAX_CHARACTERS;
  private static final int MAX_SHOWN = 300; // characters of a name

  private final ConfigSchema schema;
  private final ConfigAssembly assembly;
  private final Deque<Path> open = new ArrayDeque<>();
  private int files;
  private int total; // bytes

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
    } else if (++files == MAX_FILES + 1) {
      assembly.fault(namedAt, "BASE", "more than " + MAX_FILES + " files are chained by BASE.");
    } else if (files <= MAX_FILES) {
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
    // Not of the file that the user asked for: that may be a pipe.
    if (namedAt.line() > 0 && Files.exists(file) && !Files.isRegularFile(file)) {
      assembly.fault(namedAt, "BASE", shown(file) + " is not a file; name a configuration.");
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(YamlText.MAX_CHARACTERS + 1);
      total += bytes.length;
      if (bytes.length > YamlText.MAX_CHARACTERS) {
        assembly.fault(namedAt, "", shown(file) + " is too large for a configuration.");
      } else if (total > MAX_TOTAL) {
        assembly.fault(namedAt, "BASE", "the files named by BASE are too large together.");
      } else {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        addText(text, folderOf(file), file.toString());
      }
    } catch (NoSuchFileException e) {
      assembly.fault(namedAt, "", "there is no file " + shown(file) + "; check the path.");
    } catch (CharacterCodingException e) {
      assembly.fault(
          namedAt, "", shown(file) + " is not a UTF-8 text file; is it a configuration?");
    } catch (FileSystemException e) {
      assembly.fault(namedAt, "", shown(file) + " cannot be read (" + e.getReason() + ").");
    } catch (IOException e) {
      assembly.fault(namedAt, "", shown(file) + " cannot be read (" + e.getMessage() + ").");
    }
  }

  private static String shown(Path file) {
    String text = file.toString().replaceAll("\\p{Cntrl}", " ");
    int from = text.length() - MAX_SHOWN;
    return from > 0 ? "..." + text.substring(from) : text;
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
