package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.testing.Golden;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelsCommandTest {

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = new CommandLine(new SimMim());
    return Main.run(line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)), arguments);
  }

  private String row(String name) {
    return out.toString().lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
  }

  @Test
  void tellsTheSizeOfEveryShippedModel() throws Exception {
    assertEquals(0, run("models"));
    String row = row("simmim_pretrain__swin_base__img192_window6__100ep");
    assertEquals(
        List.of("pre-training", "192", "86.73", "89.87", "11.28"),
        List.of(row.strip().split(" {2,}")).subList(1, 6));
    try (var files = Files.walk(Installation.file("configs"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .forEach(file -> row(file.getFileName().toString().replace(".yaml", "")));
    }
  }

  @Test
  void putsPublishedNumbersBesideItsOwnInMarkdown() throws Exception {
    Path config = folder.resolve("simmim_finetune__vit_base__img224__800ep.yaml");
    Files.writeString(
        config,
        """
        MODEL:
          TYPE: vit
          VIT: {USE_RPB: true, USE_SHARED_RPB: false, USE_MEAN_POOLING: true}
        """);
    String other = Golden.path("A_pretrain_swin/config.yaml").toString();
    assertEquals(0, run("models", "--markdown", "--cfg", config.toString(), other));
    String row = row("simmim_finetune__vit_base").replaceAll(" +", " ");
    assertEquals(
        "| simmim_finetune__vit_base__img224__800ep | 224 | 85.76 | 86.53 (86) | 17.57 (17.5) | 83.8"
            + " | [1] [2] |",
        row);
    assertTrue(out.toString().contains("[2] Swin paper"), out.toString());
    assertTrue(row("**").startsWith("| **" + folder.getFileName() + "** "), out.toString());
    assertEquals(4, out.toString().lines().filter(line -> line.startsWith("| ")).count() - 1);
  }

  @Test
  void leavesOutTheColumnsOfPublishedNumbersWhereThereAreNone() {
    String other = Golden.path("A_pretrain_swin/config.yaml").toString();
    assertEquals(0, run("models", "--markdown", "--cfg", other));
    String heading = row("config").replaceAll(" +", " ");
    assertEquals("| config | image | encoder (M) | model (M) | GMACs |", heading);
    assertFalse(out.toString().contains("["), out.toString());
  }

  @Test
  void refusesAConfigurationWithFaults() throws Exception {
    Path config = Files.writeString(folder.resolve("a.yaml"), "DATA: {IMG_SIZE: many}\n");
    assertEquals(1, run("models", "--cfg", config.toString()));
    assertTrue(err.toString().contains("DATA.IMG_SIZE"), err.toString());
  }
}
