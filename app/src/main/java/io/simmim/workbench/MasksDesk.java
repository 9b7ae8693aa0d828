package io.simmim.workbench;

import io.simmim.core.fault.DataException;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Lazily;
import io.simmim.workbench.fx.Settled;
import io.simmim.workbench.fx.Workers;
import io.simmim.workbench.launch.RunStage;
import io.simmim.workbench.masks.CheckpointEndings;
import io.simmim.workbench.masks.DemoCheckpoint;
import io.simmim.workbench.masks.EngineModels;
import io.simmim.workbench.masks.FilmFrame;
import io.simmim.workbench.masks.ImageSource;
import io.simmim.workbench.masks.MaskControls;
import io.simmim.workbench.masks.Masking;
import io.simmim.workbench.masks.MasksActions;
import io.simmim.workbench.masks.MasksExport;
import io.simmim.workbench.masks.MasksView;
import io.simmim.workbench.masks.MasksViewModel;
import io.simmim.workbench.masks.ModelSlot;
import io.simmim.workbench.masks.StageMode;
import io.simmim.workbench.picture.Pictures;
import io.simmim.workbench.runs.RunsViewModel;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.MasksSettings;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.SettingsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;

/** Does what the page Masks asks for, and remembers its state. */
final class MasksDesk implements MasksActions, AutoCloseable {

  private static final int MOST_RUNS = 12;

  private final ScheduledExecutorService models = Workers.single("models");
  private final EngineModels engine = new EngineModels();
  private final Executor background = Workers.threadPerTask("masks");
  private final Executor toolkit;
  private final Dialogs dialogs;
  private final SettingsStore settings;
  private final RunsViewModel runs;
  private final Path demoFolder;
  private final Consumer<Notice> tell;
  private final MasksViewModel model;
  private final Lazily<MasksView> view;
  private boolean started;

  /**
   * @param demoFolder where the checkpoint that comes with the program may lie
   */
  MasksDesk(
      Executor toolkit,
      Dialogs dialogs,
      SettingsStore settings,
      RunsViewModel runs,
      Path demoFolder,
      Consumer<Notice> tell) {
    this.toolkit = toolkit;
    this.dialogs = dialogs;
    this.settings = settings;
    this.runs = runs;
    this.demoFolder = demoFolder;
    this.tell = tell;
    model = new MasksViewModel(background, models, toolkit, engine, this::fault);
    view = new Lazily<>(() -> new MasksView(model, this));
  }

  MasksViewModel model() {
    return model;
  }

  /** One more masked picture, for another page; the thread and the loaded models are the same. */
  MasksViewModel another() {
    return new MasksViewModel(background, models, toolkit, engine, this::fault);
  }

  MasksView view() {
    return view.get();
  }

  /** Comes to life when the page is opened for the first time, as it was left. */
  void shownIf(boolean shown) {
    if (!shown || started) {
      return;
    }
    started = true;
    MasksSettings last = settings.get().masks();
    MaskControls controls = model.controls();
    controls.seedProperty().set(last.seed());
    controls.chooseRatio(last.ratio());
    controls.choosePatchSize(last.patchSize());
    Masking masking = Masking.of(last.masking());
    controls.maskingProperty().set(masking == Masking.PAINTED ? Masking.RANDOM : masking);
    model.modeProperty().set(StageMode.of(last.mode()));
    boolean there =
        last.picture().startsWith("scene:") || Files.isRegularFile(Path.of(last.picture()));
    model.open(ImageSource.of(there ? last.picture() : ""));
    reopen(model.first(), last.checkpoint());
    reopen(model.second(), last.second());
    // A session that is killed never closes.
    new Settled(this::remember)
        .watch(
            model.sourceProperty(),
            controls.ratioProperty(),
            controls.patchSizeProperty(),
            controls.maskingProperty(),
            controls.seedProperty(),
            model.modeProperty(),
            model.first().stateProperty(),
            model.second().stateProperty());
  }

  private static void reopen(ModelSlot slot, String file) {
    if (!file.isEmpty() && Files.exists(Path.of(file))) {
      slot.open(Path.of(file));
    }
  }

  /** The checkpoint that comes with the program. */
  Optional<Path> demo() {
    return DemoCheckpoint.in(demoFolder);
  }

  /** Shows a picture with the demo checkpoint; without one, says that there is none. */
  void showDemo() {
    model.open(ImageSource.of(""));
    model.modeProperty().set(StageMode.SIDE_BY_SIDE);
    model.controls().choosePatchSize(DemoCheckpoint.MASK_PATCH_SIZE);
    model.controls().chooseRatio(DemoCheckpoint.MASK_RATIO);
    Optional<Path> demo = demo();
    demo.ifPresent(model.first()::open);
    if (demo.isEmpty() && model.first().stateProperty().get().file().isEmpty()) {
      tell.accept(
          Notice.done(
              "This copy came without a demo checkpoint, so nothing is filled in: choose a"
                  + " checkpoint at the top, or train one."));
    }
  }

  @Override
  public void openPicture() {
    openPicture(model);
  }

  void openPicture(MasksViewModel into) {
    Path last = Path.of(settings.get().masks().picture());
    String now = into.sourceProperty().get().map(ImageSource::address).orElse("");
    dialogs
        .file("Pictures", CheckpointDesk.PICTURES, now.startsWith("scene:") ? last : Path.of(now))
        .ifPresent(file -> into.open(new ImageSource.File(file)));
  }

  @Override
  public void paste() {
    paste(model);
  }

  void paste(MasksViewModel into) {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles() && !clipboard.getFiles().isEmpty()) {
      take(clipboard.getFiles().get(0).toPath(), into);
    } else if (clipboard.hasImage()) {
      into.open(new ImageSource.Pasted(Pictures.rgb(clipboard.getImage())));
    } else {
      fault("There is no picture on the clipboard: copy one, or the file of one, and paste again.");
    }
  }

  @Override
  public void take(Path file) {
    take(file, model);
  }

  void take(Path file, MasksViewModel into) {
    if (CheckpointEndings.has(file.getFileName().toString()) || Files.isDirectory(file)) {
      useCheckpoint(into.first(), file);
    } else {
      into.open(new ImageSource.File(file));
    }
  }

  @Override
  public void openCheckpoint(ModelSlot slot) {
    Path start =
        settings.get().masks().recent().stream()
            .findFirst()
            .map(Path::of)
            .orElseGet(() -> runs.workspaceProperty().get());
    dialogs
        .file("Checkpoints", CheckpointDesk.PATTERNS, start)
        .ifPresent(file -> useCheckpoint(slot, file));
  }

  @Override
  public void useCheckpoint(ModelSlot slot, Path file) {
    slot.open(file);
    settings.update(s -> s.withMasks(s.masks().withOpened(file.toString())));
  }

  @Override
  public void findCheckpoints(Consumer<Checkpoints> receiver) {
    List<RunFolder> folders =
        runs.all().stream()
            .filter(row -> row.stage().filter(RunStage.PRETRAIN::equals).isPresent())
            .map(row -> row.folder())
            .limit(MOST_RUNS)
            .toList();
    List<String> recent = settings.get().masks().recent();
    background.execute(
        () -> {
          List<Path> opened = recent.stream().map(Path::of).filter(Files::exists).toList();
          List<Path> newest = folders.stream().flatMap(MasksDesk::newest).toList();
          Checkpoints found = new Checkpoints(opened, newest, demo()).distinct();
          toolkit.execute(() -> receiver.accept(found));
        });
  }

  private static Stream<Path> newest(RunFolder run) {
    try {
      List<RunFolder.EpochPath> all = run.checkpoints();
      return all.isEmpty() ? Stream.empty() : Stream.of(all.get(all.size() - 1).path());
    } catch (DataException e) {
      // A folder that cannot be listed now has nothing to offer.
      return Stream.empty();
    }
  }

  @Override
  public void exportView(double divider) {
    if (model.pictureProperty().get().isPresent()) {
      save("masks.png", MasksExport.view(model, divider));
    }
  }

  @Override
  public void exportFigure() {
    List<FilmFrame> frames = model.film().framesProperty().get();
    if (!frames.isEmpty()) {
      save("mask-ratios.png", MasksExport.figure(frames));
    }
  }

  private void save(String name, RgbImage image) {
    Path start = Path.of(System.getProperty("user.home"));
    dialogs
        .save("Export as PNG", name, start)
        .ifPresent(file -> background.execute(() -> write(image, file)));
  }

  private void write(RgbImage image, Path file) {
    try {
      ImageEncoder.png().write(image, file);
      toolkit.execute(() -> tell.accept(Notice.done("Saved " + file + ".")));
    } catch (DataException e) {
      toolkit.execute(() -> fault(e.getMessage()));
    }
  }

  private void fault(String sentence) {
    tell.accept(Notice.failed(sentence, ""));
  }

  @Override
  public void close() {
    if (started) {
      remember();
    }
    models.shutdownNow();
  }

  private void remember() {
    settings.update(s -> s.withMasks(state(s.masks().recent())));
  }

  private MasksSettings state(List<String> recent) {
    MaskControls controls = model.controls();
    return new MasksSettings(
        model.sourceProperty().get().map(ImageSource::address).orElse(""),
        controls.ratioProperty().get(),
        controls.patchSizeProperty().get(),
        controls.maskingProperty().get().name(),
        model.modeProperty().get().name(),
        file(model.first()),
        controls.seedProperty().get(),
        file(model.second()),
        recent);
  }

  private static String file(ModelSlot slot) {
    return slot.stateProperty().get().file().map(Path::toString).orElse("");
  }
}
