package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

  @TempDir Path root;

  private void touch(String... names) throws IOException {
    for (String name : names) {
      Files.createDirectories(root.resolve(name).getParent());
      Files.writeString(root.resolve(name), name);
    }
  }

  private List<String> scanned() throws DataException {
    ImageFolder folder = ImageFolder.scan(root);
    return folder.files().stream().map(file -> root.relativize(file).toString()).toList();
  }

  @Test
  void findsImagesAtAnyDepthInTheOrderOfTheirPaths() throws Exception {
    touch("b/2.JPG", "b/deep/er/1.png", "a/9.webp", "a/10.jpeg");
    assertEquals(List.of("a/10.jpeg", "a/9.webp", "b/2.JPG", "b/deep/er/1.png"), scanned());
  }

  @Test
  void ignoresHiddenFilesAndOtherKindsOfFiles() throws Exception {
    touch("a.jpg", ".b.jpg", ".cache/c.jpg", "notes.txt", "jpg", "d.jpg.part");
    Files.createDirectory(root.resolve("folder.jpg"));
    assertEquals(List.of("a.jpg"), scanned());
  }

  @Test
  void takesTheFirstLevelOfFoldersAsClasses() throws Exception {
    touch("dog/1.jpg", "cat/x/2.jpg", "dog/3.jpg");
    ImageFolder folder = ImageFolder.scan(root);
    assertEquals(List.of("cat", "dog"), folder.classNames());
    assertEquals(0, folder.label(0));
    assertEquals(1, folder.label(2));
  }

  @Test
  void imagesBesideTheFoldersMeanThatThereAreNoClasses() throws Exception {
    touch("dog/1.jpg", "2.jpg");
    ImageFolder folder = ImageFolder.scan(root);
    assertEquals(List.of(), folder.classNames());
    assertEquals(ImageFolder.NO_LABEL, folder.label(0));
  }

  @Test
  void linksThatLeadBackOrNowhereDoNoHarm() throws Exception {
    touch("a/1.jpg");
    Files.createSymbolicLink(root.resolve("a/again"), root);
    Files.createSymbolicLink(root.resolve("a/lost.jpg"), root.resolve("gone.jpg"));
    assertEquals(List.of("a/1.jpg"), scanned());
  }

  @Test
  void theFingerprintFollowsNamesAndSizesButNotThePlace() throws Exception {
    touch("here/a/1.jpg", "there/a/1.jpg");
    Files.writeString(root.resolve("there/a/1.jpg"), "HERE/a/1.jpg");
    String here = ImageFolder.scan(root.resolve("here")).fingerprint();
    assertEquals(here, ImageFolder.scan(root.resolve("there")).fingerprint());
    Files.writeString(root.resolve("there/a/1.jpg"), "longer than before");
    assertNotEquals(here, ImageFolder.scan(root.resolve("there")).fingerprint());
  }

  @Test
  void saysWhatIsWrongWithAFolderThatCannotBeUsed() throws Exception {
    touch("empty/notes.txt");
    for (String name : new String[] {"missing", "empty", "empty/notes.txt"}) {
      Path folder = root.resolve(name);
      DataException fault = assertThrows(DataException.class, () -> ImageFolder.scan(folder));
      assertTrue(fault.getMessage().contains(folder.toString()), fault.getMessage());
    }
  }
}
