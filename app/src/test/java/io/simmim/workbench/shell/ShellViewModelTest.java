package io.simmim.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.simmim.workbench.fx.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {

  @TempDir Path folder;

  @Test
  void pageAndThemeAreRememberedFromOneStartToTheNext() {
    Path file = folder.resolve("deep/window.json");
    ShellViewModel first = new ShellViewModel(new SettingsStore(file));
    first.open(PageId.RUNS);
    first.switchTheme();
    ShellViewModel second = new ShellViewModel(new SettingsStore(file));
    assertEquals(PageId.RUNS, second.pageProperty().get());
    assertEquals(Theme.DARK, second.themeProperty().get());
  }

  @Test
  void spoiltSettingsMeanTheDefaults() throws Exception {
    for (String text : List.of("{", "null", "{\"theme\": \"PINK\"}", "[]")) {
      Path file = Files.writeString(folder.resolve("window.json"), text);
      assertEquals(Settings.DEFAULT, new SettingsStore(file).get(), text);
    }
  }

  @Test
  void theNewestNoticesAreKept() {
    ShellViewModel shell = new ShellViewModel(new SettingsStore(folder.resolve("w.json")));
    for (int i = 0; i < 5; i++) {
      shell.tell(Notice.done("notice " + i));
    }
    assertEquals("notice 4", shell.notices().get(0).sentence());
    assertEquals(3, shell.notices().size());
    shell.dismiss(shell.notices().get(0));
    assertEquals("notice 3", shell.notices().get(0).sentence());
  }
}
