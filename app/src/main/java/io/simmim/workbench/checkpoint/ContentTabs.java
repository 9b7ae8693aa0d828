package io.simmim.workbench.checkpoint;

import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.CheckpointPageViewModel.Part;
import io.simmim.workbench.picture.PictureLoader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/** The content of the open file; tabs that have nothing to show are not there. */
final class ContentTabs extends TabPane {

  private final CheckpointPageViewModel model;
  private final TensorsPane tensors;
  private final KeysPane keys;
  private final Map<Part, Tab> tabs = new EnumMap<>(Part.class);

  ContentTabs(
      CheckpointPageViewModel model,
      CheckpointActions actions,
      PictureLoader figures,
      TensorsPane tensors) {
    this.model = model;
    setId("checkpoint-tabs");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    this.tensors = tensors;
    add(Part.TENSORS, "Tensors", tensors);
    keys = new KeysPane(actions::copy);
    add(Part.KEYS, "Names", keys);
    add(
        Part.RECONSTRUCTION,
        "Reconstruction",
        new ReconstructionPane(model.reconstruction(), actions, figures));
    add(Part.COMPARISON, "Comparison", new ComparisonPane(model.comparison(), actions));
    model.openProperty().subscribe(open -> show(open));
    model.comparison().stateProperty().addListener((p, old, now) -> arrange());
    model.partProperty().subscribe(part -> getSelectionModel().select(tabs.get(part)));
    getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (p, old, now) ->
                tabs.forEach(
                    (part, tab) -> {
                      if (tab == now) {
                        model.partProperty().set(part);
                      }
                    }));
  }

  void focusSearch() {
    model.partProperty().set(Part.TENSORS);
    tensors.focusSearch();
  }

  void select(int index) {
    if (index < getTabs().size()) {
      getSelectionModel().select(index);
    }
  }

  private void add(Part part, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId("tab-" + part.name().toLowerCase(java.util.Locale.ROOT));
    tabs.put(part, tab);
  }

  private void show(Optional<Inspection> open) {
    open.ifPresent(now -> keys.show(now.official().scheme().text(), KeyLine.of(now.file())));
    arrange(open);
  }

  private void arrange() {
    arrange(model.openProperty().get());
  }

  private void arrange(Optional<Inspection> open) {
    List<Tab> shown = new ArrayList<>(List.of(tabs.get(Part.TENSORS)));
    if (open.filter(i -> CheckpointPageViewModel.has(i, Part.KEYS)).isPresent()) {
      shown.add(tabs.get(Part.KEYS));
    }
    if (open.filter(i -> CheckpointPageViewModel.has(i, Part.RECONSTRUCTION)).isPresent()) {
      shown.add(tabs.get(Part.RECONSTRUCTION));
    }
    if (!(model.comparison().stateProperty().get() instanceof ComparisonState.Nothing)) {
      shown.add(tabs.get(Part.COMPARISON));
    }
    if (!shown.equals(getTabs())) {
      Part front = model.partProperty().get();
      getTabs().setAll(shown);
      getSelectionModel().select(shown.contains(tabs.get(front)) ? tabs.get(front) : shown.get(0));
    }
  }
}
