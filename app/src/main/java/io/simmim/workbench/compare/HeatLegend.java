package io.simmim.workbench.compare;

import io.simmim.workbench.fx.InWords;
import io.simmim.workbench.picture.HeatColors;
import io.simmim.workbench.picture.Pictures;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the colours stand for, and what shares a cell. */
final class HeatLegend extends HBox {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 10;

  private final Label low = new Label();
  private final Label high = new Label();
  private final Label says = new Label();
  private final ImageView bar = new ImageView();

  HeatLegend() {
    getStyleClass().add("heat-legend");
    low.setId("heat-low");
    high.setId("heat-high");
    says.setId("heat-says");
    says.getStyleClass().add("muted");
    low.getStyleClass().addAll("num", "muted");
    high.getStyleClass().addAll("num", "muted");
    low.setMinWidth(USE_PREF_SIZE);
    high.setMinWidth(USE_PREF_SIZE);
    bar.setSmooth(false);
    Region gap = new Region();
    gap.setMinWidth(12);
    getChildren().addAll(low, bar, high, gap, says);
    setMinHeight(USE_PREF_SIZE);
  }

  void show(HeatMap map, HeatColors colors) {
    boolean measured = map.measured().findAny().isPresent();
    low.setText(measured ? map.number().inWords(map.low()) : InWords.NONE);
    high.setText(measured ? map.number().inWords(map.high()) : InWords.NONE);
    boolean curve = HeatCurve.suits(map);
    for (Node node : List.of(low, bar, high)) {
      node.setVisible(!curve);
      node.setManaged(!curve);
    }
    bar.setImage(Pictures.of(colors.bar(0, 1, WIDTH, HEIGHT)));
    says.setText(words(map));
  }

  private static String words(HeatMap map) {
    String better = map.number().lowerIsBetter() ? "Lower is better" : "Higher is better";
    String outlined = map.best().isPresent() ? better + "; the best is outlined." : better + ".";
    if (HeatCurve.suits(map)) {
      return map.number().title() + " over " + HeatCurve.unit(map) + ". " + better + ".";
    }
    return map.others().isEmpty()
        ? outlined
        : outlined
            + " Mean ± deviation of runs that differ in "
            + map.others().stream()
                .limit(3)
                .map(path -> path.replaceFirst(".*\\.", ""))
                .collect(Collectors.joining(", "))
            + (map.others().size() > 3 ? ", …" : "")
            + ".";
  }
}
