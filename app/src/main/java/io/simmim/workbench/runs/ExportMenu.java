package io.simmim.workbench.runs;

import io.simmim.workbench.chart.ChartExport;
import io.simmim.workbench.chart.ChartFile;
import io.simmim.workbench.chart.CurveChart;
import io.simmim.workbench.fx.FxThread;
import io.simmim.workbench.fx.Icons;
import io.simmim.workbench.fx.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** Writes a chart as a picture or as numbers, away from the toolkit's thread. */
public final class ExportMenu extends MenuButton {

  private final Executor background = Workers.threadPerTask("export");
  private final Executor toolkit = new FxThread();
  private final String title;
  private final ChartFiles files;
  private final Supplier<ChartFile> chart;

  /** Writes curves. */
  public ExportMenu(CurveChart chart, String title, ChartFiles files) {
    this(chart.getId(), title, files, () -> new ChartExport(chart, title));
  }

  /**
   * @param id of the chart
   * @param chart as it is at the moment
   */
  public ExportMenu(String id, String title, ChartFiles files, Supplier<ChartFile> chart) {
    this.title = title;
    this.files = files;
    this.chart = chart;
    Icons.dress(this, id + "-export", Material2OutlinedAL.GET_APP, "Save the chart");
    getStyleClass().addAll("small", "no-arrow");
    for (ChartExport.Format format : ChartExport.Format.values()) {
      MenuItem item = new MenuItem(words(format));
      item.setId(id + "-" + format.ending());
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
    ChartFile export = chart.get();
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
