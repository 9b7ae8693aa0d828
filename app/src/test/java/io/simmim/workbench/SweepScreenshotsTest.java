package io.simmim.workbench;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.run.RunEvent;
import io.simmim.core.run.RunFolder;
import io.simmim.workbench.fx.Theme;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.runs.RunRow;
import io.simmim.workbench.shell.PageId;
import io.simmim.workbench.sweep.SweepViewModel;
import io.simmim.workbench.testing.SweepFixture;
import io.simmim.workbench.testing.WindowPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes pictures of the sweep over the page Experiment and of heat maps, in both themes and two
 * sizes: run with {@code -Dtest=SweepScreenshotsTest -Dsimmim.screenshots=FOLDER
 * -Dsimmim.photos=FOLDER}. With {@code -Dsimmim.sweep=FOLDER} of real runs only the heat maps of
 * the sweeps among them.
 */
@EnabledIfSystemProperty(named = "simmim.screenshots", matches = ".+")
class SweepScreenshotsTest extends WindowJourney {

  private static final String REAL = System.getProperty("simmim.sweep", "");
  private static final String RATIO = "DATA.MASK_RATIO";
  private static final String SIZE = "DATA.MASK_PATCH_SIZE";

  private final Path shots = Path.of(System.getProperty("simmim.screenshots"));
  private final List<RunFolder> coming = new ArrayList<>();

  @Test
  void takesPicturesOfSweeps() throws Exception {
    Files.createDirectories(shots);
    if (REAL.isEmpty()) {
      writeSweeps(places().defaultRuns());
    }
    openWindow();
    if (REAL.isEmpty()) {
      waitUntil(() -> workbench.runs().total() >= 38);
    } else {
      onFx(() -> workbench.runs().workspaceProperty().set(Path.of(REAL)));
      waitUntil(() -> workbench.runs().total() > 0);
    }
    onFx(
        () ->
            workbench
                .experiment()
                .data()
                .folderProperty()
                .set(System.getProperty("simmim.photos", "")));
    Thread.sleep(1500);
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
        String suffix = theme.name().toLowerCase(Locale.ROOT) + "-" + size[0];
        if (REAL.isEmpty()) {
          shootFixtures(suffix);
        } else {
          shootReal(suffix);
        }
      }
    }
  }

  private void shootFixtures(String suffix) throws Exception {
    shootSheet(suffix);
    shootMap("sweep-mask", "map", suffix);
    shootMap("sweep-lr", "line", suffix);
    shootMap("sweep-large", "large", suffix);
    shootMap("sweep-seeds", "seeds", suffix);
  }

  private void shootReal(String suffix) throws Exception {
    List<String> labels =
        workbench.runs().all().stream()
            .flatMap(row -> row.notes().labels().stream())
            .filter(label -> label.startsWith(SweepViewModel.LABEL))
            .distinct()
            .toList();
    for (String label : labels) {
      shootMap(label, label, suffix);
    }
  }

  private void shootSheet(String suffix) throws Exception {
    SweepViewModel sweep = workbench.sweepDesk().model();
    onFx(() -> workbench.shell().open(PageId.EXPERIMENT));
    Thread.sleep(300);
    shoot("experiment-" + suffix);
    onFx(
        () -> {
          List.copyOf(sweep.rows()).forEach(sweep::removeRow);
          workbench.sweepDesk().open();
        });
    shoot("sweep-empty-" + suffix);
    onFx(
        () -> {
          sweep.addRow(key(RATIO)).textProperty().set("0.4:0.8:0.2");
          sweep.addRow(key(SIZE)).textProperty().set("8, 16, 20, 32");
        });
    Thread.sleep(700);
    shoot("sweep-two-" + suffix);
    onFx(() -> sweep.addRow(key("SEED")));
    onFx(() -> sweep.addRow(key("TRAIN.BASE_LR")).textProperty().set("1e-4, fast"));
    Thread.sleep(700);
    shoot("sweep-fault-" + suffix);
    onFx(sweep::close);
  }

  private void shootMap(String label, String name, String suffix) throws Exception {
    List<RunFolder> folders =
        Stream.concat(
                workbench.runs().all().stream()
                    .filter(row -> row.notes().labels().contains(label))
                    .map(RunRow::folder),
                name.equals("map") ? coming.stream() : Stream.of())
            .toList();
    onFx(() -> workbench.sweepDesk().show(label, folders));
    waitUntil(() -> workbench.compare().map().mapProperty().get().isPresent());
    Thread.sleep(1500);
    shoot("heat-" + name + "-" + suffix);
    if (name.equals("map") || name.equals("large")) {
      press(KeyCode.DIGIT1);
      shoot("heat-" + name + "-curves-" + suffix);
      press(KeyCode.DIGIT2);
      shoot("heat-" + name + "-config-" + suffix);
      press(KeyCode.DIGIT3);
      Thread.sleep(1500);
      shoot("heat-" + name + "-probes-" + suffix);
    }
    onFx(() -> workbench.runs().comparedProperty().set(List.of()));
    if (name.equals("map")) {
      shoot("heat-" + name + "-runs-" + suffix);
    }
  }

  private static ConfigKey key(String path) {
    return ConfigSchema.official().find(path).orElseThrow();
  }

  private void press(KeyCode code) {
    onFx(
        () ->
            stage
                .getScene()
                .getRoot()
                .fireEvent(
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, true, false)));
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

  private static void waitUntil(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
  }

  private void writeSweeps(Path output) throws Exception {
    SweepFixture mask = new SweepFixture(output, "sweep-mask");
    int number = 0;
    for (String size : List.of("8", "16", "32")) {
      for (String ratio : List.of("0.4", "0.6", "0.8")) {
        String tag = "photos__MASK_RATIO-" + ratio + "__MASK_PATCH_SIZE-" + size;
        Map<String, String> values = Map.of(RATIO, ratio, SIZE, size);
        double loss =
            0.2 + Math.abs(Double.parseDouble(ratio) - 0.6) / 3 + 1.5 / Integer.parseInt(size);
        switch (number++) {
          case 6 -> mask.write(tag, values, loss, 4, Optional.empty());
          case 7 -> mask.write(tag, values, 0.9, 2, Optional.of(RunEvent.Outcome.FAILED));
          case 8 -> coming.add(RunFolder.of(output, "simmim_pretrain", tag));
          default -> mask.finished(tag, values, loss);
        }
      }
    }
    SweepFixture rates = new SweepFixture(output, "sweep-lr");
    for (String rate : List.of("1e-5", "1e-4", "3e-4", "1e-3", "3e-3")) {
      double power = Math.log10(Double.parseDouble(rate));
      rates.finished(
          "photos__BASE_LR-" + rate,
          Map.of("TRAIN.BASE_LR", rate),
          0.3 + Math.pow(power + 3.6, 2) / 20);
    }
    SweepFixture large = new SweepFixture(output, "sweep-large");
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        String epochs = Integer.toString(100 * (i + 1));
        String decay = "0.0" + (j + 1);
        large.finished(
            "photos__WEIGHT_DECAY-" + decay + "__EPOCHS-" + epochs,
            Map.of("TRAIN.WEIGHT_DECAY", decay, "TRAIN.EPOCHS", epochs),
            0.5 - 0.05 * i + 0.01 * Math.abs(j - 2) * (5 - i));
      }
    }
    SweepFixture seeds = new SweepFixture(output, "sweep-seeds");
    for (String ratio : List.of("0.4", "0.6")) {
      for (String size : List.of("16", "32")) {
        for (int seed = 0; seed < 3; seed++) {
          seeds.finished(
              "photos__MASK_RATIO-%s__MASK_PATCH_SIZE-%s__SEED-%d".formatted(ratio, size, seed),
              Map.of(RATIO, ratio, SIZE, size, "SEED", Integer.toString(seed)),
              0.2 + Double.parseDouble(ratio) / 5 + seed * 0.004);
        }
      }
    }
    for (RunFolder folder : coming) {
      Path config = Launcher.configOf(folder);
      Files.createDirectories(config.getParent());
      ExperimentConfig planned = ExperimentConfig.defaults().with(RATIO, "0.8").with(SIZE, "32");
      Files.writeString(config, ConfigWriter.toYaml(planned.with("MODEL.NAME", "simmim_pretrain")));
    }
  }
}
