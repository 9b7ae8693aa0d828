package io.simmim.workbench.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.simmim.workbench.chart.ChartColors;
import javafx.application.Application;

/** The two looks of the window. */
public enum Theme {
  LIGHT(new PrimerLight().getUserAgentStylesheet(), ChartColors.LIGHT),
  DARK(new PrimerDark().getUserAgentStylesheet(), ChartColors.DARK);

  private final String stylesheet;
  private final ChartColors chartColors;

  Theme(String stylesheet, ChartColors chartColors) {
    this.stylesheet = stylesheet;
    this.chartColors = chartColors;
  }

  /** Makes this the look of the whole program. */
  public void apply() {
    Application.setUserAgentStylesheet(stylesheet);
  }

  public ChartColors chartColors() {
    return chartColors;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
