package io.simmim.workbench.masks;

import io.simmim.core.mask.AvgDistCurve;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** AvgDist curves, measured in the background once for each geometry. */
final class MeasuredCurves {

  private final Executor background;
  private final Executor toolkit;
  private final int masksPerPoint;
  private final Map<Geometry, List<AvgDistCurve>> measured = new HashMap<>();
  private final ReadOnlyObjectWrapper<List<AvgDistCurve>> curves =
      new ReadOnlyObjectWrapper<>(this, "curves", List.of());
  private Geometry wanted;

  MeasuredCurves(Executor background, Executor toolkit, int masksPerPoint) {
    this.background = background;
    this.toolkit = toolkit;
    this.masksPerPoint = masksPerPoint;
  }

  /** One curve a size of mask patches; empty until they are measured. */
  ReadOnlyObjectProperty<List<AvgDistCurve>> curvesProperty() {
    return curves.getReadOnlyProperty();
  }

  /** Shows those of a geometry, soon. */
  void show(Geometry geometry) {
    if (geometry.equals(wanted)) {
      return;
    }
    wanted = geometry;
    if (measured.containsKey(geometry)) {
      curves.set(measured.get(geometry));
      return;
    }
    background.execute(
        () -> {
          List<AvgDistCurve> found =
              geometry.maskPatchSizes().stream().map(side -> measure(geometry, side)).toList();
          toolkit.execute(() -> take(geometry, found));
        });
  }

  private AvgDistCurve measure(Geometry geometry, int side) {
    return AvgDistCurve.measure(geometry.imgSize(), side, geometry.patchSize(), masksPerPoint);
  }

  private void take(Geometry geometry, List<AvgDistCurve> found) {
    measured.put(geometry, found);
    if (geometry.equals(wanted)) {
      curves.set(found);
    }
  }
}
