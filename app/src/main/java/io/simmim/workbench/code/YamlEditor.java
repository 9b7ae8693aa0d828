package io.simmim.workbench.code;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.util.UndoUtils;

/** YAML to edit: colours, line numbers, marks at lines with faults. Undo is the owner's. */
public final class YamlEditor extends BorderPane {

  private final CodeArea area = new CodeArea();
  private final IntFunction<Node> numbers = LineNumberFactory.get(area);
  private Map<Integer, String> faults = Map.of();
  private boolean showing;

  public YamlEditor(String id, Consumer<String> edited) {
    getStyleClass().add("code-pane");
    area.setId(id);
    area.getStyleClass().add("code");
    area.setUndoManager(UndoUtils.noOpUndoManager());
    area.setParagraphGraphicFactory(this::margin);
    area.setAccessibleText("configuration as YAML");
    area.textProperty()
        .addListener(
            (p, old, now) -> {
              color();
              if (!showing) {
                edited.accept(now);
              }
            });
    setCenter(new VirtualizedScrollPane<>(area));
  }

  /** Shows a text that changed elsewhere; the caret stays where it can. */
  public void show(String text) {
    if (!text.equals(area.getText())) {
      int caret = area.getCaretPosition();
      showing = true;
      area.replaceText(text);
      showing = false;
      area.moveTo(Math.min(caret, text.length()));
    }
  }

  /** Marks lines, counted from 1, with what is wrong in them. */
  public void mark(Map<Integer, String> faultsByLine) {
    if (faults.equals(faultsByLine)) {
      return;
    }
    faults = Map.copyOf(faultsByLine);
    for (int line = 0; line < area.getParagraphs().size(); line++) {
      area.setParagraphStyle(
          line,
          faults.containsKey(line + 1) ? java.util.List.of("fault-line") : java.util.List.of());
      area.recreateParagraphGraphic(line);
    }
  }

  /** Puts the caret at the start of a line, counted from 1. */
  public void goTo(int line) {
    int paragraph = Math.max(0, Math.min(line, area.getParagraphs().size()) - 1);
    area.moveTo(paragraph, 0);
    area.requestFollowCaret();
    area.requestFocus();
  }

  private void color() {
    String text = area.getText();
    if (!text.isEmpty()) {
      area.setStyleSpans(0, YamlColors.of(text));
    }
  }

  private Node margin(int line) {
    Label number = (Label) numbers.apply(line);
    String fault = faults.get(line + 1);
    if (fault != null) {
      number.getStyleClass().add("fault-number");
      number.setTooltip(new Tooltip(fault));
    }
    return number;
  }
}
