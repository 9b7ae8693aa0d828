package io.simmim.core.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.testing.ClassFolders;
import io.simmim.core.testing.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSurveyTest {

  @TempDir Path root;

  private FolderReport look(boolean everything) throws Exception {
    return new FolderSurvey(new ImageDecoder(), everything, 32).look(root, report -> {});
  }

  private void jpeg(String name, int width, int height, int bytes) throws Exception {
    byte[] file = ImageEncoder.jpeg(0.9f).encode(Pictures.noise(width, height, 1));
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes > 0 ? Arrays.copyOf(file, bytes) : file);
  }

  private static String reason(FolderReport report, String file) {
    return report.problems().stream()
        .filter(problem -> problem.relativePath().equals(file))
        .map(FileProblem::reason)
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }

  @Test
  void everyProblemIsListedWithItsReason() throws Exception {
    jpeg("good.jpg", 80, 60, 0);
    jpeg("truncated.jpg", 80, 60, 2000);
    jpeg("small.jpg", 40, 20, 0);
    jpeg("strip.jpg", 400, 40, 0);
    Files.createFile(root.resolve("empty.png"));
    Files.writeString(root.resolve("text.jpg"), "not a picture at all");
    ImageEncoder.png().write(Pictures.gradient(50, 50), root.resolve("png.jpg"));
    Path inks = Path.of(getClass().getResource("/pillow/cmyk.jpg").toURI());
    Files.copy(inks, root.resolve("inks.jpg"));
    Files.write(root.resolve("phone.heic"), new byte[10]);

    FolderReport report = look(false);

    assertEquals(8, report.images());
    assertTrue(report.isComplete());
    assertEquals("", reason(report, "good.jpg"));
    assertEquals(
        "is truncated: its file ends too early; remove or replace it",
        reason(report, "truncated.jpg"));
    assertEquals("is empty: it has 0 bytes", reason(report, "empty.png"));
    assertEquals(
        "is not a picture that can be read (JPEG, PNG, WebP, TIFF, GIF or BMP); remove or convert it",
        reason(report, "text.jpg"));
    assertEquals(
        "has 40 × 20 px, smaller than the 32 px of DATA.IMG_SIZE: it is enlarged",
        reason(report, "small.jpg"));
    assertTrue(reason(report, "strip.jpg").contains("10.0 times as long as wide"));
    assertTrue(reason(report, "inks.jpg").contains("CMYK"), reason(report, "inks.jpg"));
    assertTrue(reason(report, "png.jpg").startsWith("is a PNG file under another name"));
    assertTrue(reason(report, "phone.heic").contains("HEIC cannot be read"));
    assertEquals(1, report.unsupported());
    assertEquals(4, report.count(FileProblem.Kind.REFUSED));
    assertEquals(Map.of("JPEG", 4, "PNG", 1), report.formats());
    assertEquals(5, report.sizes().pictures());
    assertTrue(report.problemsAsText().contains("text.jpg is not a picture"));
  }

  @Test
  void whatIsListedAsRefusedIsWhatTheDecoderRefuses() throws Exception {
    jpeg("a.jpg", 64, 64, 0);
    jpeg("b.jpg", 64, 64, 1500);
    Files.writeString(root.resolve("c.png"), "x");
    Files.createFile(root.resolve("d.jpg"));
    FolderReport report = look(true);
    List<Path> refused =
        report.problems().stream()
            .filter(problem -> problem.kind() == FileProblem.Kind.REFUSED)
            .map(FileProblem::file)
            .toList();
    List<Path> byDecoder = new ArrayList<>();
    for (Path file : report.files()) {
      try {
        new ImageDecoder().decode(file);
      } catch (DataException e) {
        byDecoder.add(file);
      }
    }
    assertEquals(byDecoder, refused);
  }

  @Test
  void damageInTheMiddleIsFoundOnlyWhenEveryFileIsDecoded() throws Exception {
    byte[] file = ImageEncoder.png().encode(Pictures.noise(64, 64, 2));
    for (int i = file.length / 2; i < file.length / 2 + 200; i++) {
      file[i] = 0;
    }
    Files.write(root.resolve("damaged.png"), file);
    assertEquals(List.of(), look(false).problems());
    assertTrue(reason(look(true), "damaged.png").startsWith("is damaged"));
  }

  @Test
  void classesAndPartsAreCounted() throws Exception {
    ClassFolders.write(root.resolve("train"), 7, "ant", "bee");
    ClassFolders.write(root.resolve("val"), 3, "ant", "bee", "cat");
    FolderReport report = look(false);
    assertEquals(10, report.images());
    assertEquals(7, report.training());
    assertEquals(3, report.validation());
    assertTrue(report.split());
    assertEquals(
        List.of(
            new ClassCount("ant", 4, 1), new ClassCount("bee", 3, 1), new ClassCount("cat", 0, 1)),
        report.classes());
    assertEquals(
        "train/ant", report.root().relativize(report.files().get(0).getParent()).toString());
    long bytes = 0;
    for (Path path : report.files()) {
      bytes += Files.size(path);
    }
    assertEquals(bytes, report.bytes());
  }

  @Test
  void progressGrowsAndInterruptionEndsTheSurvey() throws Exception {
    for (int i = 0; i < 20; i++) {
      jpeg(i + ".jpg", 64, 64, 0);
    }
    List<Integer> checked = new ArrayList<>();
    FolderSurvey survey = new FolderSurvey(new ImageDecoder(), true, 32);
    survey.look(root, report -> checked.add(report.checked()));
    assertEquals(0, checked.get(0));
    assertThrows(
        InterruptedException.class,
        () -> survey.look(root, report -> Thread.currentThread().interrupt()));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void aFolderWithoutImagesIsRefusedInOneSentence() {
    DataException none = assertThrows(DataException.class, () -> look(false));
    assertTrue(none.getMessage().startsWith("There is no image below"), none.getMessage());
  }
}
