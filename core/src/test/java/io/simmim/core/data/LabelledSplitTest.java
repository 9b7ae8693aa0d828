package io.simmim.core.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.fault.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledSplitTest {

  @TempDir Path root;

  private void images(String folder, int count) throws IOException {
    Path path = Files.createDirectories(root.resolve(folder));
    for (int i = 0; i < count; i++) {
      Files.writeString(path.resolve("%03d.png".formatted(i)), "");
    }
  }

  private LabelledSplit split() throws DataException {
    return LabelledSplit.of(root.toString());
  }

  private static List<String> paths(LabelledImages images) {
    return IntStream.range(0, images.size()).mapToObj(images.folder()::relativePath).toList();
  }

  @Test
  void classesOfTheValidationPartAreMatchedByName() throws Exception {
    images("train/ant", 2);
    images("train/bee", 3);
    images("train/cat/deeper", 1);
    images("val/cat", 2);
    images("val/ant", 1);
    LabelledSplit split = split();
    assertEquals(List.of("ant", "bee", "cat"), split.train().classNames());
    assertEquals(List.of("ant", "bee", "cat"), split.validation().classNames());
    assertEquals(6, split.train().size());
    assertEquals(2, split.train().label(5));
    assertEquals(List.of("ant/000.png", "cat/000.png", "cat/001.png"), paths(split.validation()));
    assertEquals(0, split.validation().label(0));
    assertEquals(2, split.validation().label(2));
    assertEquals(Optional.empty(), split.note());
  }

  @Test
  void aClassThatTrainingLacksIsAFault() throws Exception {
    images("train/ant", 2);
    images("val/wasp", 1);
    DataException fault = assertThrows(DataException.class, this::split);
    assertTrue(fault.getMessage().contains("The class wasp in "), fault.getMessage());
    assertTrue(fault.getMessage().contains("(ant)"), fault.getMessage());
  }

  @Test
  void withoutAValidationPartATenthOfEachClassIsHeldOut() throws Exception {
    images("many", 100);
    images("few", 7);
    images("two", 2);
    images("one", 1);
    images(".hidden", 4);
    LabelledSplit split = split();
    assertEquals(List.of("few", "many", "one", "two"), split.train().classNames());
    assertEquals(split.train().classNames(), split.validation().classNames());
    assertEquals(List.of(1L, 10L, 0L, 1L), perClass(split.validation()));
    assertEquals(List.of(6L, 90L, 1L, 1L), perClass(split.train()));
    Set<String> all = new HashSet<>(paths(split.train()));
    all.addAll(paths(split.validation()));
    assertEquals(110, all.size());
    assertEquals(paths(split.validation()), paths(split().validation()));
    assertTrue(split.note().orElseThrow().contains("12 of the 110 images"), split.note().get());
  }

  private static List<Long> perClass(LabelledImages images) {
    return IntStream.range(0, images.classes())
        .mapToObj(
            label ->
                IntStream.range(0, images.size()).filter(i -> images.label(i) == label).count())
        .toList();
  }

  @Test
  void heldOutImagesAreNotTheFirstOnesAndStayWhenOthersAreAdded() throws Exception {
    images("train/a", 60);
    List<String> before = paths(split().validation());
    assertEquals(6, before.size());
    assertTrue(!before.get(5).equals("a/005.png"), before.toString());
    images("train/a", 64);
    List<String> after = paths(split().validation());
    assertTrue(after.stream().filter(before::contains).count() >= 3, before + " and " + after);
  }

  @Test
  void imagesOutsideClassFoldersAreAFault() throws Exception {
    images("train/a", 2);
    images("train", 1);
    DataException fault = assertThrows(DataException.class, this::split);
    assertTrue(fault.getMessage().contains("directly in"), fault.getMessage());
    assertTrue(fault.getMessage().contains("named after its class"), fault.getMessage());
  }

  @Test
  void aValidationPartAloneServesEvaluationOnly() throws Exception {
    images("val/b", 1);
    images("val/a", 2);
    DataException fault = assertThrows(DataException.class, this::split);
    assertTrue(fault.getMessage().contains("no folder train"), fault.getMessage());
    LabelledImages images = EvaluationImages.of(root.toString(), List.of()).images();
    assertEquals(List.of("a", "b"), images.classNames());
    assertEquals(3, images.size());
  }

  @Test
  void evaluationTakesTheClassesOfTheClassifierElseOfTheTrainingPart() throws Exception {
    images("train/a", 1);
    images("train/b", 1);
    images("train/c", 1);
    images("val/b", 2);
    LabelledImages known =
        EvaluationImages.of(root.toString(), List.of("x", "y", "z", "b")).images();
    assertEquals(3, known.label(0));
    LabelledImages unknown = EvaluationImages.of(root.toString(), List.of()).images();
    assertEquals(List.of("a", "b", "c"), unknown.classNames());
    assertEquals(1, unknown.label(0));
  }

  @Test
  void withoutAValidationPartEvaluationTakesWhatFineTuningHoldsOut() throws Exception {
    images("a", 20);
    images("b", 20);
    EvaluationImages data = EvaluationImages.of(root.toString(), List.of());
    assertEquals(split().validation().folder().files(), data.images().folder().files());
    assertTrue(data.note().orElseThrow().contains("4 of the 40"), data.note().toString());
  }

  @Test
  void aSetOfSingleImagesCannotBeSplit() throws Exception {
    images("a", 1);
    images("b", 1);
    DataException fault = assertThrows(DataException.class, this::split);
    assertTrue(fault.getMessage().contains("two images"), fault.getMessage());
  }

  @Test
  void noFolderIsAFault() {
    DataException fault = assertThrows(DataException.class, () -> LabelledSplit.of(" "));
    assertTrue(fault.getMessage().contains("--data-path"), fault.getMessage());
    assertThrows(DataException.class, () -> LabelledSplit.of(root + "/nowhere"));
    assertThrows(DataException.class, () -> DataSplit.of("a\0b"));
  }

  @Test
  void preTrainingLooksAtTheValidationPartOrAtEverything() throws Exception {
    images("loose", 3);
    images("val/a", 1);
    DataSplit whole = DataSplit.of(root.toString());
    assertEquals(4, whole.train().size());
    assertEquals(4, whole.validation().size());
    images("train", 2);
    DataSplit split = DataSplit.of(root.toString());
    assertEquals(2, split.train().size());
    assertEquals(1, split.validation().size());
  }
}
