package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class PageStackTest {

  @TempDir Path folder;

  @Test
  void hiddenPagesLeaveTheWindowAndComeBackAsTheyWere() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          ShellViewModel shell =
              new ShellViewModel(new SettingsStore(folder.resolve("window.json")));
          shell.open(PageId.RUNS);
          List<Node> made = new ArrayList<>();
          Supplier<Node> maker =
              () -> {
                made.add(new Label("page " + made.size()));
                return made.get(made.size() - 1);
              };
          PageStack pages = new PageStack(shell, Map.of(PageId.RUNS, maker, PageId.MASKS, maker));
          new Scene(pages);
          shell.open(PageId.MASKS);
          assertEquals(made, pages.getChildren(), "both are ready");

          pages.shed();
          assertEquals(List.of(made.get(1)), pages.getChildren());
          shell.open(PageId.RUNS);
          assertEquals(2, made.size(), "none is made again");
          assertTrue(pages.getChildren().contains(made.get(0)));
          assertTrue(made.get(0).isVisible());
        });
  }
}
