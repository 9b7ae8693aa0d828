package io.simmim.workbench.experiment;

import io.simmim.core.fault.DataException;
import io.simmim.workbench.fx.Search;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The configurations to start from: those of the installation and the user's own. */
public final class PresetsViewModel {

  private final Executor background;
  private final Executor toolkit;
  private final Path installed;
  private final Path own;
  private final StringProperty search = new SimpleStringProperty(this, "search", "");
  private final ObservableList<ConfigFile> allPresets = FXCollections.observableArrayList();
  private final ObservableList<ConfigFile> allMine = FXCollections.observableArrayList();
  private final FilteredList<ConfigFile> presets = new FilteredList<>(allPresets);
  private final FilteredList<ConfigFile> mine = new FilteredList<>(allMine);

  /**
   * @param installed folder of the presets
   * @param own folder of the user's configurations
   */
  public PresetsViewModel(Executor background, Executor toolkit, Path installed, Path own) {
    this.background = background;
    this.toolkit = toolkit;
    this.installed = installed;
    this.own = own;
    search.addListener(
        (p, old, now) -> {
          presets.setPredicate(file -> matches(file, now));
          mine.setPredicate(file -> matches(file, now));
        });
  }

  /** Looks into both folders again. */
  public void refresh() {
    background.execute(
        () -> {
          List<ConfigFile> foundPresets = list(installed);
          List<ConfigFile> foundMine = list(own);
          toolkit.execute(
              () -> {
                allPresets.setAll(foundPresets);
                allMine.setAll(foundMine);
              });
        });
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** Presets that pass the search. */
  public ObservableList<ConfigFile> presets() {
    return presets;
  }

  /** The user's own that pass the search. */
  public ObservableList<ConfigFile> mine() {
    return mine;
  }

  /** All there are, whatever the search: the presets, then the user's own. */
  public List<ConfigFile> all() {
    return Stream.concat(allPresets.stream(), allMine.stream()).toList();
  }

  /** Where a configuration of this name would be saved. */
  public Path ownFile(String name) {
    return own.resolve(name + ".yaml");
  }

  private static boolean matches(ConfigFile file, String search) {
    return Search.finds(search, file.group() + " " + file.name());
  }

  private static List<ConfigFile> list(Path folder) {
    try {
      return ConfigFile.below(folder);
    } catch (DataException e) {
      return List.of(); // a folder that cannot be read offers nothing
    }
  }
}
