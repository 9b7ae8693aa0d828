package io.simmim.workbench.shell;

import io.simmim.workbench.fx.Icons;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/**
 * A notice as a card: the sentence, a fold with the details, a button that copies both. Good news
 * goes by itself, a failure stays until it is dismissed.
 */
final class NoticeCard extends VBox {

  /** Long enough to read a sentence. */
  private static final Duration GOOD_NEWS = Duration.seconds(5);

  /** Long enough to come back to the screen and use the button. */
  private static final Duration WITH_BUTTON = Duration.seconds(20);

  NoticeCard(Notice notice, Runnable dismiss) {
    boolean failed = notice.kind() == Notice.Kind.FAILED;
    getStyleClass().addAll("notice", failed ? "notice-failed" : "notice-done");
    FontIcon icon =
        Icons.of(
            failed ? Material2OutlinedAL.ERROR_OUTLINE : Material2OutlinedAL.CHECK_CIRCLE_OUTLINE);
    icon.getStyleClass().add(failed ? "danger" : "success");
    Label sentence = new Label(notice.sentence());
    sentence.getStyleClass().add("notice-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(icon, sentence);
    head.getStyleClass().add("notice-head");
    if (failed) {
      head.getChildren().add(copyButton(notice));
    }
    head.getChildren()
        .add(Icons.button("notice-dismiss", Material2AL.CLOSE, "Dismiss (Esc)", dismiss));
    getChildren().add(head);
    if (!notice.details().isBlank()) {
      getChildren().add(new DetailsFold("notice-details", notice.details()));
    }
    if (!notice.actions().isEmpty()) {
      getChildren().add(buttons(notice, dismiss));
    }
    if (!failed) {
      PauseTransition reading =
          new PauseTransition(notice.actions().isEmpty() ? GOOD_NEWS : WITH_BUTTON);
      reading.setOnFinished(event -> dismiss.run());
      reading.play();
    }
  }

  private static HBox buttons(Notice notice, Runnable dismiss) {
    HBox row = new HBox();
    row.getStyleClass().add("notice-actions");
    for (Notice.Action action : notice.actions()) {
      int place = row.getChildren().size();
      row.getChildren().add(button(action, dismiss, place == 0 ? "" : "-" + (place + 1)));
    }
    return row;
  }

  private static Button button(Notice.Action action, Runnable dismiss, String place) {
    Button button = new Button(action.title());
    button.setId("notice-action" + place);
    button.getStyleClass().add("small");
    button.setOnAction(
        event -> {
          dismiss.run();
          action.action().run();
        });
    return button;
  }

  private static Button copyButton(Notice notice) {
    return Icons.button(
        "notice-copy",
        Material2AL.CONTENT_COPY,
        "Copy the message with its details",
        () -> {
          ClipboardContent content = new ClipboardContent();
          content.putString((notice.sentence() + "\n\n" + notice.details()).strip());
          Clipboard.getSystemClipboard().setContent(content);
        });
  }
}
