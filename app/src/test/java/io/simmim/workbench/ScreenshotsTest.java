package io.simmim.workbench;

import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.checkpoint.TensorRow;
import io.simmim.workbench.checkpoint.TensorsViewModel;
import io.simmim.workbench.data.SeenBy;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.learn.Lesson;
import io.simmim.workbench.masks.StageMode;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.testing.QueueFixture;
import io.simmim.workbench.testing.RunFixture;
import io.simmim.workbench.testing.SmallCheckpoints;
import io.simmim.workbench.testing.WindowPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of every page in both themes and two sizes, to be looked at: run with {@code
 * -Dtest=ScreenshotsTest -Dsimmim.screenshots=FOLDER}, with {@code -Dsimmim.photos=FOLDER} on
 * images, {@code -Dsimmim.run=FOLDER} of a real pre-training and {@code -Dsimmim.finetuning=FOLDER}
 * of a real fine-tuning; {@code -Dsimmim.photo=FILES}, parted by commas, and {@code
 * -Dsimmim.checkpoint=FILE} are for the pages Masks and Checkpoint, {@code
 * -Dsimmim.folders=FOLDER,FOLDER} for Data. With {@code -Dsimmim.only=} {@code experiment}, {@code
 * masks}, {@code checkpoint}, {@code data}, {@code learn}, {@code runs} or {@code doctor} only
 * these pages.
 */
@EnabledIfSystemProperty(named = "simmim.screenshots", matches = ".+")
class ScreenshotsTest extends WindowJourney {

  private static final String ONLY = System.getProperty("simmim.only", "");

  private static final String TROUBLE =
      "There is no image below /data/photos: expected files ending in .jpg or .png.";

  private static final String LOG =
      "[2026-11-23 21:10:01 simmim_pretrain] (main_simmim.py 162): INFO Train: [5/30][30/40]"
          + "\teta 0:00:02 lr 0.000912\ttime 0.1801 (0.1795)\tloss 0.4645 (0.5099)";

  private final Path shots = Path.of(System.getProperty("simmim.screenshots"));
  private RunFolder crashed;
  private RunFolder fineTuning;
  private RunFolder evaluating;
  private RunFolder evaluated;
  private RunFolder measured;

  @Test
  void takesPicturesOfEveryPage() throws Exception {
    Files.createDirectories(shots);
    RunFolder live = writeRuns(places().defaultRuns());
    openWindow();
    waitUntil(() -> workbench.runs().total() == 10);
    String photos = System.getProperty("simmim.photos", "");
    onFx(() -> workbench.experiment().data().folderProperty().set(photos));
    String real = System.getProperty("simmim.run", "");
    RunFolder shown = real.isEmpty() ? live : new RunFolder(Path.of(real));
    onFx(() -> workbench.runs().workspaceProperty().set(workspaceOf(shown)));
    String tuned = System.getProperty("simmim.finetuning", "");
    fineTuning = tuned.isEmpty() ? fineTuning : new RunFolder(Path.of(tuned));
    Thread.sleep(1500);
    if (ONLY.isEmpty() || ONLY.equals("experiment")) {
      measure();
    }
    for (Theme theme : Theme.values()) {
      onFx(() -> workbench.shell().themeProperty().set(theme));
      for (int[] size : WindowPicture.sizes()) {
        onFx(
            () -> {
              stage.setX(0);
              stage.setY(0);
              stage.setWidth(size[0]);
              stage.setHeight(size[1]);
            });
        shootAll(shown, theme.name().toLowerCase(Locale.ROOT) + "-" + size[0]);
      }
    }
  }

  /** What the training of the page Experiment would take, when there are images for it. */
  private void measure() throws Exception {
    if (workbench.measuring().stateProperty().get().possible()) {
      onFx(workbench.measuring()::measure);
      WaitForAsyncUtils.waitFor(
          3, TimeUnit.MINUTES, () -> !workbench.measuring().stateProperty().get().running());
    }
  }

  private void shootAll(RunFolder live, String suffix) throws Exception {
    switch (ONLY) {
      case "learn" -> {
        shootLearn(suffix);
        shootHelp(suffix);
      }
      case "checkpoint" -> shootCheckpoint(suffix);
      case "doctor" -> shootDoctor(suffix);
      case "experiment" -> shootExperiment(suffix);
      case "masks" -> shootMasks(suffix);
      case "data" -> shootData(suffix);
      case "runs" -> shootRuns(live, suffix);
      default -> shootEverything(live, suffix);
    }
  }

  private void shootEverything(RunFolder live, String suffix) throws Exception {
    shootStart(suffix);
    shootExperiment(suffix);
    onFx(() -> workbench.experiment().document().set("DATA.MASK_RATIO", "0.7"));
    onFx(() -> workbench.experiment().document().edit(withFault()));
    shoot("experiment-fault-" + suffix);
    press(KeyCode.DIGIT2);
    shoot("yaml-" + suffix);
    press(KeyCode.DIGIT1);
    onFx(workbench.experiment().document()::undo);
    onFx(workbench.experiment().document()::undo);
    shootStages(suffix);
    shootMasks(suffix);
    shootCheckpoint(suffix);
    shootData(suffix);
    shootLearn(suffix);
    onFx(() -> workbench.shell().open(PageId.RUNS));
    onFx(() -> workbench.runs().openProperty().set(null));
    shoot("runs-" + suffix);
    shootQueue(suffix);
    shootComparison(suffix);
    shootRuns(live, suffix);
    open(evaluating);
    shoot("evaluating-" + suffix);
    open(evaluated);
    shoot("evaluated-" + suffix);
    open(measured);
    shoot("throughput-run-" + suffix);
    open(crashed);
    onFx(() -> workbench.shell().tell(Notice.failed(TROUBLE, "exit code 1\n" + TROUBLE)));
    shoot("crashed-" + suffix);
    onFx(() -> workbench.shell().notices().clear());
    shootHelp(suffix);
  }

  private void shootExperiment(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.EXPERIMENT));
    Thread.sleep(500); // the rows of the form come a few in a frame
    shoot("experiment-" + suffix);
  }

  private void shootRuns(RunFolder live, String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.RUNS));
    open(fineTuning);
    shoot("finetuning-" + suffix);
    open(live);
    shoot("run-" + suffix);
    press(KeyCode.DIGIT2);
    shoot("log-" + suffix);
    press(KeyCode.DIGIT3);
    shoot("config-" + suffix);
    press(KeyCode.DIGIT1);
  }

  private void shootHelp(String suffix) throws Exception {
    onFx(() -> stage.getScene().getRoot().fireEvent(key(KeyCode.F1, false)));
    shoot("help-" + suffix);
    onFx(() -> stage.getScene().getRoot().fireEvent(key(KeyCode.ESCAPE, false)));
  }

  private void shootDoctor(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.START));
    onFx(workbench.doctorDesk()::open);
    shoot("doctor-begins-" + suffix);
    waitUntil(() -> !workbench.doctorDesk().model().runningProperty().get());
    shoot("doctor-" + suffix);
    onFx(() -> workbench.doctorDesk().close());
  }

  private void shootStart(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.START));
    Thread.sleep(500);
    shoot("start-" + suffix);
    onFx(() -> stage.getScene().getRoot().fireEvent(control(KeyCode.K)));
    shoot("palette-" + suffix);
    onFx(() -> ((TextField) stage.getScene().lookup("#palette-query")).setText("op swin demo"));
    shoot("palette-found-" + suffix);
    onFx(() -> stage.getScene().getRoot().fireEvent(key(KeyCode.ESCAPE, false)));
  }

  private void shootQueue(String suffix) throws Exception {
    TableView<?> table = (TableView<?>) stage.getScene().lookup("#runs-table");
    onFx(() -> table.getSelectionModel().select(1));
    shoot("queue-" + suffix);
    onFx(workbench.queueDesk()::pause);
    Thread.sleep(1500);
    shoot("queue-paused-" + suffix);
    onFx(workbench.queueDesk()::resume);
    onFx(table.getSelectionModel()::clearSelection);
  }

  private void shootComparison(String suffix) throws Exception {
    onFx(
        () -> {
          workbench.runs().all().stream()
              .filter(row -> row.stage().filter(RunStage.PRETRAIN::equals).isPresent())
              .forEach(row -> workbench.runs().checked().add(row.folder()));
          workbench.runs().compareChecked();
        });
    waitUntil(() -> !workbench.compare().curvesProperty().get().charts().isEmpty());
    Thread.sleep(1500);
    for (int tab = 0; tab < 3; tab++) {
      press(KeyCode.values()[KeyCode.DIGIT1.ordinal() + tab]);
      shoot("compare-" + (tab + 1) + "-" + suffix);
    }
    press(KeyCode.DIGIT1);
    onFx(() -> workbench.runs().comparedProperty().set(List.of()));
    onFx(workbench.runs().checked()::clear);
  }

  private void shootMasks(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.MASKS));
    List<Path> files = new ArrayList<>(photos().stream().limit(1).toList());
    files.addAll(files("simmim.checkpoint"));
    files.forEach(file -> onFx(() -> workbench.masksDesk().take(file)));
    waitUntil(() -> !workbench.masks().curvesProperty().get().isEmpty());
    if (!files("simmim.checkpoint").isEmpty()) {
      waitUntil(() -> workbench.masks().first().filledProperty().get().isPresent());
      waitUntil(
          () ->
              workbench.masks().film().framesProperty().get().stream()
                  .allMatch(frame -> frame.filled().isPresent()));
    }
    for (StageMode mode : StageMode.values()) {
      onFx(() -> workbench.masks().modeProperty().set(mode));
      shoot("masks-" + mode.name().toLowerCase(Locale.ROOT) + "-" + suffix);
    }
    onFx(() -> workbench.masks().modeProperty().set(StageMode.SIDE_BY_SIDE));
  }

  private void shootCheckpoint(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.CHECKPOINT));
    onFx(workbench.checkpoint().file()::close);
    shoot("checkpoint-" + suffix);
    String file = System.getProperty("simmim.checkpoint", "");
    if (file.isEmpty()) {
      return;
    }
    onFx(() -> workbench.checkpoint().file().open(Path.of(file)));
    TensorsViewModel tensors = workbench.checkpoint().tensors();
    waitUntil(() -> tensors.healthProperty().get().complete());
    onFx(() -> workbench.checkpoint().partProperty().set(Part.TENSORS));
    onFx(() -> tensors.selectedProperty().set(find(tensors, "relative_position_bias_table")));
    Thread.sleep(2000);
    shoot("checkpoint-tensors-" + suffix);
    if (!photos().isEmpty()) {
      onFx(() -> workbench.checkpoint().partProperty().set(Part.RECONSTRUCTION));
      onFx(() -> workbench.checkpoint().reconstruction().fill(photos()));
      Thread.sleep(6000);
      shoot("checkpoint-filled-" + suffix);
    }
  }

  private static List<Path> photos() {
    return files("simmim.photo");
  }

  private static List<Path> files(String property) {
    return Stream.of(System.getProperty(property, "").split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .toList();
  }

  /** Lessons 6 and 7 show what was trained in the folder of runs, if anything was. */
  private void shootLearn(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.LEARN));
    String file = System.getProperty("simmim.checkpoint", "");
    for (Lesson lesson : Lesson.values()) {
      onFx(() -> workbench.learnDesk().model().lessonProperty().set(lesson));
      if (lesson == Lesson.PATCH && !file.isEmpty()) {
        shoot("learn-without-model-" + suffix);
        onFx(() -> workbench.learnDesk().take(Path.of(file)));
      }
      Thread.sleep(2500);
      shoot("learn-" + lesson.number() + "-" + suffix);
    }
    shootPresentation(suffix);
  }

  /** Full screen, which is that of the headless screen. */
  private void shootPresentation(String suffix) throws Exception {
    onFx(workbench.shell()::togglePresenting);
    for (Lesson lesson : Lesson.values()) {
      onFx(() -> workbench.learnDesk().model().lessonProperty().set(lesson));
      Thread.sleep(1500);
      shoot("present-" + lesson.number() + "-" + suffix);
    }
    for (PageId page : List.of(PageId.MASKS, PageId.RUNS)) {
      onFx(() -> workbench.shell().open(page));
      Thread.sleep(1500);
      shoot("present-" + page.title().toLowerCase(Locale.ROOT) + "-" + suffix);
    }
    onFx(workbench.shell()::togglePresenting);
    onFx(() -> workbench.learnDesk().model().lessonProperty().set(Lesson.HIDDEN));
  }

  private static Optional<TensorRow> find(TensorsViewModel tensors, String ending) {
    tensors.flatProperty().set(true);
    Optional<TensorRow> found =
        tensors.rootProperty().get().children().stream()
            .flatMap(leaf -> leaf.tensor().stream())
            .filter(row -> row.name().endsWith(ending))
            .findFirst();
    tensors.flatProperty().set(false);
    return found;
  }

  private void shootData(String suffix) throws Exception {
    onFx(() -> workbench.shell().open(PageId.DATA));
    onFx(() -> workbench.dataDesk().sight().byProperty().set(SeenBy.PRETRAINING));
    for (String folder : System.getProperty("simmim.folders", "").split(",", -1)) {
      if (folder.isEmpty()) {
        continue;
      }
      String name = "data-" + Path.of(folder).getFileName() + "-";
      onFx(() -> workbench.dataDesk().open(Path.of(folder)));
      Thread.sleep(3000);
      shoot(name + suffix);
      onFx(() -> workbench.dataDesk().sight().byProperty().set(SeenBy.FINE_TUNING));
      onFx(() -> workbench.dataDesk().view().selectTab(1));
      Thread.sleep(1500);
      shoot(name + "problems-" + suffix);
      onFx(() -> workbench.dataDesk().view().selectTab(0));
      onFx(() -> workbench.dataDesk().sight().byProperty().set(SeenBy.PRETRAINING));
    }
  }

  private void shootStages(String suffix) throws Exception {
    Path pretrained = SmallCheckpoints.pretraining(folder.resolve("ckpt_epoch_24.pth"), 24);
    Path classifier =
        SmallCheckpoints.classifier(folder.resolve("ckpt_epoch_29.pth"), 10, 29, 76.4);
    onFx(() -> workbench.experiment().stageProperty().set(RunStage.FINETUNE));
    shoot("finetune-" + suffix);
    onFx(() -> workbench.experiment().checkpoint().fileProperty().set(pretrained.toString()));
    Thread.sleep(1000);
    shoot("finetune-ready-" + suffix);
    onFx(() -> workbench.experiment().stageProperty().set(RunStage.EVALUATE));
    Thread.sleep(1000);
    shoot("evaluate-fault-" + suffix);
    onFx(() -> workbench.experiment().checkpoint().fileProperty().set(classifier.toString()));
    Thread.sleep(1000);
    shoot("evaluate-" + suffix);
    onFx(() -> workbench.experiment().stageProperty().set(RunStage.THROUGHPUT));
    Thread.sleep(500);
    shoot("throughput-" + suffix);
    onFx(() -> workbench.experiment().checkpoint().fileProperty().set(""));
    onFx(() -> workbench.experiment().stageProperty().set(RunStage.PRETRAIN));
    Thread.sleep(500);
  }

  private String withFault() {
    String text = workbench.experiment().document().textProperty().get();
    return text.replace("IMG_SIZE: 96", "IMG_SIZE: 100") + "SEEDS: 1\n";
  }

  private void open(RunFolder run) throws InterruptedException {
    onFx(() -> workbench.runs().openProperty().set(run));
    Thread.sleep(1200);
  }

  private static Path workspaceOf(RunFolder run) {
    return run.path().getParent().getParent();
  }

  private void press(KeyCode code) {
    onFx(() -> stage.getScene().getRoot().fireEvent(key(code, true)));
  }

  private static KeyEvent key(KeyCode code, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false);
  }

  private static KeyEvent control(KeyCode code) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
  }

  @Override
  Places places() {
    return new Places(folder.resolve("s.json"), Path.of("../configs"), folder);
  }

  private void shoot(String name) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    Thread.sleep(200);
    WindowPicture.save(stage, shots.resolve(name + ".png"));
  }

  private static void waitUntil(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, condition::getAsBoolean);
  }

  private RunFolder writeRuns(Path output) throws Exception {
    Instant now = Instant.now();
    try (RunFixture done =
        new RunFixture(
            output, "simmim_pretrain__swin_demo", "photos-r0.6", now.minusSeconds(90_000))) {
      done.epochs(0, RunFixture.EPOCHS).end(RunEvent.Outcome.FINISHED, "done");
    }
    try (RunFixture stopped =
        new RunFixture(
            output, "simmim_pretrain__swin_demo", "photos-r0.4", now.minusSeconds(40_000))) {
      stopped
          .epochs(0, 11)
          .end(
              RunEvent.Outcome.STOPPED,
              "Stopped by the user after epoch 11; resume from ckpt_epoch_9.pth.");
    }
    try (RunFixture failed =
        new RunFixture(
            output,
            "simmim_pretrain__swin_base__img192_window6__100ep",
            "first-try",
            now.minusSeconds(20_000))) {
      failed
          .steps(0, 0, 12)
          .end(
              RunEvent.Outcome.FAILED,
              "The loss became NaN at step 12: lower TRAIN.BASE_LR or switch mixed precision off.");
    }
    try (RunFixture gone =
        new RunFixture(
            output, "simmim_pretrain__swin_demo", "big-batch", now.minusSeconds(9_000))) {
      gone.epochs(0, 6).crash().logLines(LOG, LOG, LOG);
      crashed = gone.folder();
    }
    writeClassifiers(output, now);
    QueueFixture.write(output);
    RunFixture live =
        new RunFixture(
            output, "simmim_pretrain__swin_demo", "photos-r0.6-p16", now.minusSeconds(170));
    live.epochs(0, 22).steps(22, 0, 17).logLines(LOG, LOG, LOG);
    return live.folder();
  }

  private void writeClassifiers(Path output, Instant now) throws Exception {
    String name = "simmim_finetune__swin_demo";
    try (RunFixture done =
        new RunFixture(RunStage.FINETUNE, output, name, "from-scratch", now.minusSeconds(8_000))) {
      done.epochs(0, RunFixture.EPOCHS).end(RunEvent.Outcome.FINISHED, "done");
    }
    RunFixture training =
        new RunFixture(RunStage.FINETUNE, output, name, "from-photos-r0.6", now.minusSeconds(180));
    training
        .note("There is no folder val, so 142 of the 1422 images are held out.")
        .epochs(0, 23)
        .steps(23, 0, 31);
    fineTuning = training.folder();
    try (RunFixture result =
        new RunFixture(
            RunStage.EVALUATE, output, name, "from-scratch__evaluate", now.minusSeconds(7_000))) {
      result.progress(1000, 1000, 310).validation(29, 76.4).end(RunEvent.Outcome.FINISHED, "done");
      evaluated = result.folder();
    }
    RunFixture half =
        new RunFixture(
            RunStage.EVALUATE, output, name, "from-scratch__evaluate-2", now.minusSeconds(175));
    evaluating = half.progress(384, 1000, 83.4).folder();
    try (RunFixture speed =
        new RunFixture(
            RunStage.THROUGHPUT, output, name, "swin_demo__throughput", now.minusSeconds(6_000))) {
      speed.progress(30, 30, 412).throughput(412.6).end(RunEvent.Outcome.FINISHED, "done");
      measured = speed.folder();
    }
  }
}
