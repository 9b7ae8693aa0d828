package io.simmim.workbench.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

class ChartExportTest {

  @TempDir Path folder;

  private ChartExport export;

  @BeforeEach
  void makeChart() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(
        () -> {
          CurveChart chart = new CurveChart("c", "d");
          Series points = Series.of(new double[] {0, 1, 2}, new double[] {0.5, 0.1234567890123, 3});
          chart.setCurves(List.of(Curve.strong("the \"first\"", points).inSlot(1)));
          export = new ChartExport(chart, "Training loss");
        });
  }

  @Test
  void numbersAreWrittenAsExactlyAsTheyAre() throws Exception {
    Path file = folder.resolve("c.csv");
    export.write(ChartExport.Format.CSV, file);
    assertEquals(
        List.of(
            "curve,\"step\",value",
            "\"the \"\"first\"\"\",0,0.5",
            "\"the \"\"first\"\"\",1,0.1234567890123",
            "\"the \"\"first\"\"\",2,3"),
        Files.readAllLines(file));
  }

  @Test
  void theDrawingNamesTitleAndCurves() throws Exception {
    Path file = folder.resolve("c.svg");
    export.write(ChartExport.Format.SVG, file);
    String svg = Files.readString(file);
    assertTrue(svg.contains("Training loss") && svg.contains("first"), svg);
    assertTrue(svg.contains("<path"), "the curve");
  }

  @Test
  void thePictureIsSharpAndShowsTheCurveInItsColour() throws Exception {
    Path file = folder.resolve("c.png");
    export.write(ChartExport.Format.PNG, file);
    var image = ImageIO.read(file.toFile());
    assertEquals(2400, image.getWidth());
    int red = ChartColors.LIGHT.many(1).getRGB();
    boolean found = false;
    for (int x = 200; x < 2200 && !found; x++) {
      for (int y = 100; y < 1000 && !found; y++) {
        found = image.getRGB(x, y) == red;
      }
    }
    assertTrue(found);
  }
}
