package io.simmim.workbench;

import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Opens the window. Does not extend {@link Application}, so that a class path is enough. */
public final class Main {

  // Held, because the log would forget a level set on a logger that nobody holds.
  private static final Logger TOOLKIT = Logger.getLogger("javafx");
  private static final Logger START = Logger.getLogger("com.sun.javafx.application.PlatformImpl");

  private Main() {}

  /** Takes no arguments of its own. */
  public static void main(String[] args) {
    // The charts measure text with AWT, which must not open a second connection to the display.
    System.setProperty("java.awt.headless", "true");
    TOOLKIT.setLevel(Level.SEVERE);
    START.setLevel(Level.SEVERE);
    Application.launch(WorkbenchApplication.class, args);
  }
}
