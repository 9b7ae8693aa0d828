package io.simmim.workbench.code;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** Code to read: a YAML file, or a log whose end is followed while the end is in view. */
public final class CodePane extends BorderPane {

  private final CodeArea area = new CodeArea();
  private long nextLine;

  public CodePane(String id) {
    area.setId(id);
    area.setEditable(false);
    area.getStyleClass().add("code");
    setCenter(new VirtualizedScrollPane<>(area));
    getStyleClass().add("code-pane");
  }

  public void showYaml(String text) {
    area.replaceText(text);
    if (!text.isEmpty()) {
      area.setStyleSpans(0, YamlColors.of(text));
    }
    area.moveTo(0);
    area.requestFollowCaret();
  }

  public void clear() {
    area.replaceText("");
    nextLine = 0;
  }

  /**
   * Appends the lines that are not shown yet.
   *
   * @param firstNumber number of the first of {@code lines}
   */
  public void append(long firstNumber, List<String> lines) {
    if (firstNumber > nextLine || firstNumber + lines.size() < nextLine) {
      clear();
      nextLine = firstNumber;
    }
    List<String> fresh = lines.subList((int) (nextLine - firstNumber), lines.size());
    nextLine = firstNumber + lines.size();
    if (!fresh.isEmpty()) {
      boolean atEnd = area.getCurrentParagraph() == area.getParagraphs().size() - 1;
      String glue = area.getLength() == 0 ? "" : "\n";
      area.appendText(glue + String.join("\n", fresh));
      if (atEnd) {
        area.moveTo(area.getParagraphs().size() - 1, 0);
        area.requestFollowCaret();
      }
    }
  }

  public String text() {
    return area.getText();
  }

  public ObservableValue<String> textProperty() {
    return area.textProperty();
  }
}
