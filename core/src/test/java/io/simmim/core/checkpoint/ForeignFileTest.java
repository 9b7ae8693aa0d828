package io.simmim.core.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.CheckpointException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is something else is told by what it is, whatever its name says. */
class ForeignFileTest {

  @TempDir private Path folder;

  private void assertNamed(String what, String content) throws Exception {
    Path file = folder.resolve("x.pth");
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file)).getMessage();
    assertTrue(message.contains(what) && message.endsWith("."), message);
    assertTrue(message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void textsAreNamed() throws Exception {
    assertNamed("an HTML page", "\n<!DOCTYPE html>\n<html lang=\"en\">");
    assertNamed("an HTML page", "\u00ef\u00bb\u00bf<html>");
    assertNamed("XML", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>");
    assertNamed("Git LFS", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n");
    assertNamed("JSON", "{\"error\": \"not found\"}");
    assertNamed("a text", "Not Found");
  }

  @Test
  void otherProgramsModelsAreNamed() throws Exception {
    assertNamed("HDF5", "\u0089HDF\r\n\u001a\n\u0000\u0000");
    assertNamed("GGUF", "GGUF\u0003\u0000\u0000\u0000");
    assertNamed("ONNX", "\b\u0007\u0012\u0007pytorch\u001a\u00051.6.0");
    assertNamed("SavedModel", "\b\u0001\u0012\u00e3\u0090\u0001\u0000");
    assertNamed("index of TensorFlow", "\u0000\u0000abcW\u00fb\u0080\u008b$uG\u00db");
    assertNamed("TensorFlow Lite", "\u001c\u0000\u0000\u0000TFL3\u0000");
    assertNamed("numpy", "\u0093NUMPY\u0001\u0000v\u0000");
    assertNamed("gzip", "\u001f\u008b\b\u0000");
    assertNamed("tar archive", "a".repeat(200) + "\u0000".repeat(57) + "ustar\u0000");
    assertNamed("empty", "");
    assertNamed("neither", "\u0001\u0002\u0003\u0004");
    assertNamed("pickle of Python", "\u0080\u0002}.");
  }

  private void assertArchive(String what, String... names) throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String name : names) {
      parts.put(name, new byte[1]);
    }
    Path file = PickleBytes.archive(folder.resolve("x.pth"), parts, ZipEntry.STORED);
    String message =
        assertThrows(CheckpointException.class, () -> SavedFile.read(file)).getMessage();
    assertTrue(message.contains(what), message);
  }

  @Test
  void otherArchivesAreNamed() throws Exception {
    assertArchive("TorchScript", "data.pkl", "constants.pkl", "code/a.py");
    assertArchive("numpy", "x.npy");
    assertArchive("data.pkl is missing", "readme.txt");
  }
}
