package io.simmim.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.simmim.core.checkpoint.PyObject;
import io.simmim.core.checkpoint.PyTuple;
import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.SavedFile.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PyTorch writes, we read: every format, element type and layout, bit by bit. */
@Tag("python")
class FromPythonTest {

  @TempDir private static Path folder;
  private static Set<String> manifest;

  @BeforeAll
  static void write() throws Exception {
    PythonInterpreter.find().run("write_files.py", folder);
    manifest = new TreeSet<>(Files.readAllLines(folder.resolve("manifest.txt")));
    assertTrue(manifest.size() > 40, manifest.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void everyProtocolOfBothFormatsHoldsTheSameTensors(int protocol) throws Exception {
    SavedFile zip = SavedFile.read(folder.resolve("zip" + protocol + ".pth"));
    SavedFile legacy = SavedFile.read(folder.resolve("legacy" + protocol + ".pth"));
    assertEquals(Format.TORCH_ZIP, zip.format());
    assertEquals(Format.TORCH_LEGACY, legacy.format());
    for (SavedFile file : List.of(zip, legacy)) {
      Map<?, ?> root = assertInstanceOf(Map.class, file.root());
      assertEquals(manifest, Digests.of("", root));
      assertEquals(81.25, root.get("acc"));
      assertEquals(7L, root.get("n"));
      assertEquals(3L, root.get("epoch"));
      assertEquals(PyTuple.of(2L, 3L), root.get("size"));
      assertEquals(Map.of("lr", 0.1, "name", "x"), ((PyObject) root.get("args")).attributes());
    }
  }

  @Test
  void safetensorsHoldTheSameTensors() throws Exception {
    Path file = folder.resolve("all.safetensors");
    assumeTrue(Files.exists(file), "this Python lacks the package safetensors");
    Set<String> weights =
        manifest.stream()
            .filter(line -> line.startsWith("model/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(weights, Digests.of("model/", (Map<?, ?>) SavedFile.read(file).root()));
  }
}
