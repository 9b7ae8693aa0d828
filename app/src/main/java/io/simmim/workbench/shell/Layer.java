package io.simmim.workbench.shell;

import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;

/**
 * A sheet that lies over whatever page is open.
 *
 * @param open whether it is shown; Esc and a click beside it set this to false
 * @param content made when it is opened for the first time
 */
public record Layer(BooleanProperty open, Supplier<? extends Node> content) {}
