package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.Overrides;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.testing.ExperimentFixture;
import io.simmim.workbench.testing.SmallCheckpoints;
import io.simmim.workbench.testing.SmallPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentViewModelTest {

  @TempDir Path folder;

  private final List<RunFolder> launched = new ArrayList<>();
  private final BlockingQueue<LaunchFailure> failures = new LinkedBlockingQueue<>();
  private ExperimentViewModel model;

  @BeforeEach
  void setUp() throws Exception {
    model =
        ExperimentFixture.open(
            folder, ExperimentFixture.TINY, launched::add, (run, failure) -> failures.add(failure));
  }

  @Test
  void choosingImagesCountsThemAndShowsOneMasked() throws Exception {
    model.data().folderProperty().set(SmallPhotos.write(folder.resolve("p"), 9).toString());
    assertEquals("9 images", model.data().findingProperty().get());
    assertEquals("600  (2 per epoch)", row("steps"));
    List<SamplePicture> first = model.plan().picturesProperty().get();
    assertEquals(1, first.size());
    assertEquals(64, first.get(0).image().width());
    model.plan().again();
    assertNotEquals(first, model.plan().picturesProperty().get());
  }

  @Test
  void ofADataSetWithATrainingPartThatPartCounts() throws Exception {
    SmallPhotos.write(folder.resolve("set/train/a"), 3);
    SmallPhotos.write(folder.resolve("set/train/b"), 4);
    SmallPhotos.write(folder.resolve("set/val/a"), 5);
    model.data().folderProperty().set(folder.resolve("set").toString());
    assertEquals("7 images in 2 classes", model.data().findingProperty().get());
    assertEquals(folder.resolve("set"), model.launch().command().data().orElseThrow());
  }

  @Test
  void aFolderWithoutImagesIsExplained() {
    model.data().folderProperty().set(folder.resolve("nowhere").toString());
    assertFalse(model.data().problemProperty().get().isEmpty());
    assertFalse(model.launch().isReady());
    assertEquals("", model.commandLine());
  }

  @Test
  void theCommandLineNamesTheOpenedFileAndWhatWasChanged() throws Exception {
    model.data().folderProperty().set(SmallPhotos.write(folder.resolve("p"), 9).toString());
    model.document().set("DATA.MASK_RATIO", "0.4");
    String line = model.commandLine();
    assertTrue(line.startsWith("simmim pretrain --cfg " + folder.resolve("tiny.yaml") + " "), line);
    assertTrue(line.endsWith(" --opts DATA.MASK_RATIO 0.4"), line);
  }

  @Test
  void launchingWritesTheEditedConfigurationAndReportsAFailedStart() throws Exception {
    model.data().folderProperty().set(SmallPhotos.write(folder.resolve("p"), 9).toString());
    model.document().set("DATA.MASK_RATIO", "0.4");
    model.start();
    assertEquals(List.of(RunFolder.of(folder.resolve("runs"), "tiny", "first")), launched);
    Path written = model.launch().configFile();
    assertEquals(
        0.4, new ConfigLoader().load(written, Overrides.none()).orThrow().data().maskRatio());
    assertTrue(failures.take().details().contains("no.such.Training"));
  }

  @Test
  void fineTuningCountsClassesAndBothParts() throws Exception {
    Path photos = classes(20);
    model.data().folderProperty().set(photos.toString());
    model.stageProperty().set(RunStage.FINETUNE);
    assertEquals("36 images, 4 held out to validate", model.data().findingProperty().get());
    assertEquals("2", row("classes"));
    assertEquals("36 / 4", row("images"));
    assertEquals(6, model.plan().picturesProperty().get().size());
    assertFalse(model.plan().picturesProperty().get().get(0).caption().isEmpty());
    assertTrue(model.launch().isReady(), "without a checkpoint it starts from scratch");
    assertTrue(model.commandLine().startsWith("simmim finetune --cfg "));
    assertFalse(model.commandLine().contains("--pretrained"));
  }

  @Test
  void imagesWithoutClassesCannotBeFineTunedOn() throws Exception {
    model.data().folderProperty().set(SmallPhotos.write(folder.resolve("p"), 9).toString());
    assertTrue(model.launch().isReady());
    model.stageProperty().set(RunStage.FINETUNE);
    assertTrue(model.data().problemProperty().get().contains("classes are not known"));
    assertFalse(model.launch().isReady());
  }

  @Test
  void fineTuningTakesThePreTrainedCheckpointThatIsChosen() throws Exception {
    Path weights = SmallCheckpoints.pretraining(folder.resolve("ckpt_epoch_24.pth"), 24);
    model.data().folderProperty().set(classes(20).toString());
    model.stageProperty().set(RunStage.FINETUNE);
    model.checkpoint().fileProperty().set(weights.toString());
    assertEquals("Pre-training, epoch 25", model.checkpoint().findingProperty().get());
    model.checkpoint().partlyProperty().set(true);
    assertTrue(
        model.commandLine().contains(" --pretrained " + weights + " --allow-partial "),
        model.commandLine());
    model.checkpoint().fileProperty().set(folder.resolve("nowhere.pth").toString());
    assertTrue(model.checkpoint().problemProperty().get().contains("does not exist"));
    assertFalse(model.launch().isReady(), "a file that is wanted must not be left out silently");
  }

  @Test
  void onlyAClassifierCanBeEvaluated() throws Exception {
    model.data().folderProperty().set(classes(20).toString());
    model.stageProperty().set(RunStage.EVALUATE);
    assertEquals("Choose the checkpoint to evaluate.", model.launch().problemProperty().get());
    Path encoder = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 1);
    model.checkpoint().fileProperty().set(encoder.toString());
    assertTrue(model.checkpoint().problemProperty().get().contains("no classifier"));
    Path classifier = SmallCheckpoints.classifier(folder.resolve("b.pth"), 2, 9, 87.5);
    model.checkpoint().fileProperty().set(classifier.toString());
    assertEquals(
        "Classifier of 2 classes, epoch 10, best 87.50 %",
        model.checkpoint().findingProperty().get());
    assertEquals("4", row("images"), "the held-out images are those that count");
    assertTrue(model.commandLine().contains(" --resume " + classifier + " "));
    assertTrue(model.commandLine().contains(" --tag first__evaluate "));
  }

  @Test
  void theConfigurationIsCheckedByTheRulesOfTheStage() throws Exception {
    model.data().folderProperty().set(classes(20).toString());
    model.document().set("DATA.MASK_PATCH_SIZE", "24");
    assertFalse(model.launch().isReady(), "24 does not divide 64");
    model.stageProperty().set(RunStage.FINETUNE);
    assertTrue(model.launch().isReady(), "nothing is masked");
    model.document().set("MODEL.NUM_CLASSES", "0");
    assertFalse(model.launch().isReady(), "a classifier has classes");
    model.document().set("MODEL.NUM_CLASSES", "10");
    model.stageProperty().set(RunStage.THROUGHPUT);
    assertTrue(model.launch().isReady(), "random images need no folder");
    assertFalse(model.commandLine().contains("--data-path"));
  }

  @Test
  void anOrderFromAnotherPageSetsUpEverything() throws Exception {
    Path weights = SmallCheckpoints.pretraining(folder.resolve("c.pth"), 0);
    Path photos = classes(20);
    model.launch().tagProperty().set("typed");
    model.take(
        new ExperimentOrder(
            RunStage.FINETUNE,
            folder.resolve("run/config.yaml"),
            ExperimentFixture.TINY,
            Map.of("TRAIN.LAYER_DECAY", "0.9"),
            weights,
            Optional.of(photos)));
    assertEquals("first", model.launch().tagProperty().get());
    assertTrue(model.document().readingProperty().get().changed("TRAIN.LAYER_DECAY"));
    String line = model.commandLine();
    assertTrue(line.contains(" --data-path " + photos + " --pretrained " + weights), line);
    assertTrue(line.endsWith(" --opts TRAIN.LAYER_DECAY 0.9"), line);
  }

  @Test
  void theConfigurationOfARunIsForTheStageThatItsModelIsNamedAfter() {
    String finetuning = ExperimentFixture.TINY.replace("NAME: tiny", "NAME: simmim_finetune");
    model.stageProperty().set(RunStage.EVALUATE);
    model.document().open(folder.resolve("run/config.yaml"), finetuning);
    assertFalse(model.suggestsAnotherStage());
    model.stageProperty().set(RunStage.PRETRAIN);
    assertTrue(model.suggestsAnotherStage());
    model.document().set("SEED", "12");
    assertFalse(model.suggestsAnotherStage(), "what was changed is kept");
  }

  private Path classes(int images) throws Exception {
    Path photos = folder.resolve("photos");
    SmallPhotos.write(photos.resolve("cats"), images);
    SmallPhotos.write(photos.resolve("dogs"), images);
    return photos;
  }

  @Test
  void presetsAreFoundByAnyWordOfTheirNames() throws Exception {
    Files.createDirectories(folder.resolve("swin_base__100ep"));
    Files.writeString(folder.resolve("swin_base__100ep/simmim__img192.yaml"), "");
    Files.writeString(folder.resolve("vit.yaml"), "");
    model.presets().refresh();
    assertEquals(2, model.presets().presets().size());
    model.presets().searchProperty().set("IMG192 base");
    assertEquals(1, model.presets().presets().size());
    assertEquals("swin_base__100ep", model.presets().presets().get(0).group());
  }

  private String row(String id) {
    return model.plan().planProperty().get().orElseThrow().rows().stream()
        .filter(row -> row.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
