package io.simmim.workbench.checkpoint;

import io.simmim.core.convert.Layout;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.Verdict.Standing;
import io.simmim.workbench.fx.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** What the file is, what can be done with it, and the facts behind that. */
final class VerdictCard extends VBox {

  private static final Map<Step, Ikon> ICONS =
      Map.of(
          Step.RECONSTRUCT, Material2OutlinedAL.IMAGE,
          Step.EVALUATE, Material2OutlinedAL.FACT_CHECK,
          Step.FINETUNE, Material2OutlinedMZ.SCHOOL,
          Step.CONVERT, Material2OutlinedMZ.TRANSFORM);

  private static final Map<Step, String> SAYS =
      Map.of(
          Step.RECONSTRUCT,
              "Choose pictures and let the checkpoint fill in what is hidden (Ctrl+R)",
          Step.EVALUATE, "Set up a measurement of its accuracy (Ctrl+E)",
          Step.FINETUNE, "Set up a classifier that begins with these weights (Ctrl+T)");

  private final CheckpointActions actions;
  private final FontIcon icon = Icons.of(Material2OutlinedAL.CHECK_CIRCLE_OUTLINE);
  private final Label sentence = new Label();
  private final VBox remarks = new VBox();
  private final HBox steps = new HBox();
  private final FactGrid facts = new FactGrid();
  private final FitBar fit;
  private final Label illness =
      remark(
          "Some of its values are no numbers: its training broke down, and whatever is computed"
              + " with them is no number either.");

  private final Label unstated = remark("");
  private final CheckpointPageViewModel model;

  VerdictCard(CheckpointActions actions, CheckpointPageViewModel model) {
    this.actions = actions;
    this.model = model;
    fit = new FitBar(actions::copy, model.tensors().healthProperty());
    setId("verdict");
    getStyleClass().add("verdict-card");
    setMinHeight(USE_PREF_SIZE);
    sentence.setId("verdict-sentence");
    sentence.getStyleClass().add("verdict-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    remarks.getStyleClass().add("verdict-remarks");
    steps.getStyleClass().add("verdict-steps");
    VBox words = new VBox(sentence, remarks);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(icon, words, fold());
    head.getStyleClass().add("notice-head");
    getChildren().addAll(head, steps, facts, fit);
    for (Node foldable : List.of(facts, fit)) {
      foldable.visibleProperty().bind(model.factsShownProperty());
      foldable.managedProperty().bind(model.factsShownProperty());
    }
    model.tensors().healthProperty().subscribe(this::warn);
    model.target().stateProperty().subscribe(this::tell);
  }

  private Button fold() {
    Button button =
        Icons.button(
            "verdict-fold",
            Material2AL.EXPAND_LESS,
            "Fold the facts away, for more of the table (Ctrl+B)",
            model::toggleFacts);
    FontIcon arrow = (FontIcon) button.getGraphic();
    model
        .factsShownProperty()
        .subscribe(
            shown -> arrow.setIconCode(shown ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
    return button;
  }

  void show(Inspection inspection) {
    Verdict verdict = Verdicts.of(inspection);
    dress(verdict.standing());
    sentence.setText(verdict.sentence());
    remarks.getChildren().setAll(verdict.remarks().stream().map(VerdictCard::remark).toList());
    steps.getChildren().setAll(steps(Offers.of(inspection)));
    facts.show(verdict.facts());
    fit.show(verdict.groups());
    tell(model.target().stateProperty().get());
  }

  /** What only the predictions tell: they are made after the verdict is shown. */
  private void tell(TargetState target) {
    if (!TargetWords.fact(target).isEmpty()) {
      facts.change("target", "Target", TargetWords.fact(target), TargetWords.reason(target));
    }
    remarks.getChildren().remove(unstated);
    unstated.setText(TargetWords.remark(target));
    if (!unstated.getText().isEmpty()) {
      remarks.getChildren().add(unstated);
    }
  }

  /** What only the values tell: they are read after the verdict is shown. */
  private void warn(TensorsViewModel.Health now) {
    remarks.getChildren().remove(illness);
    if (now.values() > 0) {
      dress(Standing.ATTENTION);
      remarks.getChildren().add(illness);
    }
  }

  private void dress(Standing standing) {
    icon.setIconCode(
        switch (standing) {
          case GOOD -> Material2OutlinedAL.CHECK_CIRCLE_OUTLINE;
          case ATTENTION -> Material2OutlinedMZ.WARNING;
          case UNUSABLE -> Material2OutlinedAL.BLOCK;
        });
    icon.setAccessibleText(
        switch (standing) {
          case GOOD -> "good";
          case ATTENTION -> "needs attention";
          case UNUSABLE -> "cannot be used";
        });
    String word = standing.name().toLowerCase(java.util.Locale.ROOT);
    getStyleClass().removeIf(style -> style.startsWith("verdict-is-"));
    getStyleClass().add("verdict-is-" + word);
  }

  private static Label remark(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private List<Node> steps(Map<Step, String> refusals) {
    List<Node> nodes = new ArrayList<>();
    Map<String, List<String>> impossible = new LinkedHashMap<>();
    refusals.forEach(
        (step, refusal) -> {
          if (refusal.isEmpty()) {
            nodes.add(control(step, nodes.isEmpty()));
          } else {
            impossible.computeIfAbsent(refusal, reason -> new ArrayList<>()).add(step.verb());
          }
        });
    Label why = new Label(sentences(impossible));
    why.setId("verdict-impossible");
    why.getStyleClass().addAll("muted", "small");
    why.setWrapText(true);
    HBox.setHgrow(why, Priority.ALWAYS);
    nodes.add(why);
    return nodes;
  }

  private Node control(Step step, boolean first) {
    return switch (step) {
      case CONVERT -> convertMenu();
      case COMPARE -> new CompareButton("step-" + step.id(), step.title(), actions);
      case RECONSTRUCT, EVALUATE, FINETUNE -> button(step, first);
    };
  }

  /** One sentence for all steps that the same thing is against. */
  private static String sentences(Map<String, List<String>> impossible) {
    return impossible.entrySet().stream()
        .map(e -> "It cannot " + String.join(" or ", e.getValue()) + ": " + e.getKey() + ".")
        .collect(Collectors.joining(" "));
  }

  private MenuButton convertMenu() {
    MenuButton button = new MenuButton(Step.CONVERT.title(), Icons.of(ICONS.get(Step.CONVERT)));
    button.setId("step-" + Step.CONVERT.id());
    button.setTooltip(new Tooltip("Write it in the layout of another program"));
    button.setMinWidth(USE_PREF_SIZE);
    for (Layout layout : Layout.values()) {
      MenuItem item = new MenuItem(Conversions.title(layout));
      item.setId("convert-" + layout);
      item.setOnAction(event -> actions.convert(layout));
      button.getItems().add(item);
    }
    return button;
  }

  private Button button(Step step, boolean first) {
    Button button = new Button(step.title(), Icons.of(ICONS.get(step)));
    button.setId("step-" + step.id());
    button.setTooltip(new Tooltip(SAYS.get(step)));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> actions.take(step));
    if (first) {
      button.getStyleClass().add("accent");
    }
    return button;
  }
}
