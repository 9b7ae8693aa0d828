package io.simmim.workbench.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.config.ConfigKey;
import io.simmim.core.config.ConfigSchema;
import io.simmim.core.config.ModelType;
import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ConfigFormTest {

  private final ConfigDocument document =
      new ConfigDocument(Runnable::run, Runnable::run, () -> 1_000_000);
  private ConfigForm form;
  private Stage stage;

  @BeforeEach
  void show() throws Exception {
    FxToolkit.registerPrimaryStage();
    document.open(Path.of("swin.yaml"), "MODEL:\n  TYPE: swin\n");
    FxToolkit.setupFixture(
        () -> {
          form = new ConfigForm(document);
          stage = new Stage();
          stage.setScene(new Scene(form, 600, 400));
          stage.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.setupFixture(stage::hide);
  }

  @Test
  void everyKeyThatMattersGetsItsRowInTheOrderOfTheSchemaAndNoOther() throws Exception {
    List<String> relevant =
        keys().stream()
            .filter(key -> RelevantKeys.matters(key, ModelType.SWIN, RunStage.PRETRAIN))
            .map(ConfigKey::path)
            .toList();
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shown().size() == relevant.size());
    assertEquals(
        List.copyOf(relevant).stream().sorted().toList(), shown().stream().sorted().toList());
    FxToolkit.setupFixture(() -> document.set("DATA.BATCH_SIZE", "3"));
    assertTrue(shown().contains("DATA.BATCH_SIZE"), "a change makes no row twice");
    assertEquals(relevant.size(), shown().size());
  }

  @Test
  void allKeysComeWhenTheyAreAskedFor() throws Exception {
    FxToolkit.setupFixture(() -> ((CheckBox) form.lookup("#all-keys")).fire());
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shown().size() == keys().size());
  }

  private static List<ConfigKey> keys() {
    return ConfigSchema.official().keys();
  }

  private List<String> shown() throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () ->
                form.lookupAll(".form-key").stream()
                    .filter(name -> name.getParent().getParent().isVisible())
                    .map(ConfigFormTest::text)
                    .toList())
        .get();
  }

  private static String text(Node name) {
    return ((javafx.scene.control.Label) name).getText();
  }
}
