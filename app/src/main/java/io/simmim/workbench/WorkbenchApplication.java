package io.simmim.workbench;

import javafx.application.Application;
import javafx.stage.Stage;

/** The window in the life cycle of the toolkit. */
public final class WorkbenchApplication extends Application {

  private Workbench workbench;

  @Override
  public void start(Stage stage) {
    workbench = new Workbench(stage, Places.ofUser(), getHostServices()::showDocument);
    workbench.show();
  }

  @Override
  public void stop() {
    workbench.close();
  }
}
