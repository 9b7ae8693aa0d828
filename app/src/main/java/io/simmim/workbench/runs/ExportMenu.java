package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartExport;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Writes a chart as a picture or as numbers, away from the toolkit's thread. */
public final class ExportMenu extends MenuButton {

  private final Executor background = Workers.threadPerTask("export");
  private final Executor toolkit = new FxThread();
  private final CurveChart chart;
  private final String title;
  private final ChartFiles files;

  public ExportMenu(CurveChart chart, String title, ChartFiles files) {
    this.chart = chart;
    this.title = title;
    this.files = files;
    Icons.dress(this, chart.getId() + "-export", Material2OutlinedAL.GET_APP, "Save the chart");
    getStyleClass().addAll("small", "no-arrow");
    for (ChartExport.Format format : ChartExport.Format.values()) {
      MenuItem item = new MenuItem(words(format));
      item.setId(chart.getId() + "-" + format.ending());
      item.setOnAction(event -> save(format));
      getItems().add(item);
    }
  }

  private static String words(ChartExport.Format format) {
    return switch (format) {
      case PNG -> "Picture (PNG)…";
      case SVG -> "Drawing (SVG)…";
      case CSV -> "All points (CSV)…";
    };
  }

  private void save(ChartExport.Format format) {
    String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    files.askPlace(name + "." + format.ending()).ifPresent(file -> write(format, file));
  }

  private void write(ChartExport.Format format, Path file) {
    ChartExport export = new ChartExport(chart, title);
    background.execute(
        () -> {
          try {
            export.write(format, file);
            toolkit.execute(() -> files.written(file));
          } catch (IOException e) {
            String why = "The chart cannot be written to " + file + ": " + e.getMessage() + ".";
            toolkit.execute(() -> files.failed(why));
          }
        });
  }
}
