package io.simmim.workbench.learn;

import io.simmim.core.stats.Published;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Accuracies on ImageNet-1K that the authors of SimMIM reported. */
final class Reported extends VBox {

  /** A row: what was trained, and the configuration that the number belongs to. */
  private record Row(String model, String pixels, String config) {}

  /** Of the same network trained on labels alone. */
  private static final double SUPERVISED = 83.5;

  private static final List<Row> ROWS =
      List.of(
          new Row(
              "Swin-B, 100 epochs",
              "224 px",
              "swin_base__100ep/simmim_finetune__swin_base__img224_window7__100ep"),
          new Row(
              "Swin-B, 800 epochs",
              "224 px",
              "swin_base__800ep/simmim_finetune__swin_base__img224_window7__800ep"),
          new Row(
              "ViT-B, 800 epochs",
              "224 px",
              "vit_base__800ep/simmim_finetune__vit_base__img224__800ep"),
          new Row(
              "Swin-L, 800 epochs",
              "224 px",
              "swin_large__800ep/simmim_finetune__swin_large__img224_window14__800ep"),
          new Row(
              "SwinV2-H, 800 epochs",
              "512 px",
              "swinv2_huge__800ep/simmim_finetune__swinv2_huge__img512_window32__800ep"));

  Reported() {
    setId("lesson-published");
    getStyleClass().add("panel");
    setMinHeight(USE_PREF_SIZE);
    Label title = new Label("Reported on ImageNet-1K, top-1 after fine-tuning");
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("numbers-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    ColumnConstraints values = new ColumnConstraints();
    values.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(names, values, values);
    grid.setHgap(12);
    add(grid, "Swin-B, only supervised", "224 px", SUPERVISED);
    for (Row row : ROWS) {
      double top1 = Published.about(row.config()).orElseThrow().top1().orElseThrow();
      add(grid, row.model(), row.pixels(), top1);
    }
    Label source =
        label(
            "Epochs of pre-training, pixels of fine-tuning. From the README of microsoft/SimMIM, the"
                + " first row from the Swin paper (arXiv 2103.14030, table 1). ViT-B was 0.6 above"
                + " the best before it (SimMIM paper, arXiv 2111.09886).",
            "muted");
    source.setWrapText(true);
    source.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(title, grid, source);
  }

  private static void add(GridPane grid, String model, String pixels, double top1) {
    grid.addRow(
        grid.getRowCount(),
        label(model, "reported-name"),
        label(pixels, "muted"),
        label(String.format(Locale.ROOT, "%.1f %%", top1), "num"));
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
