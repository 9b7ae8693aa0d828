package io.simmim.workbench.shell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds what the program can do by the letters typed, and does it. */
public final class PaletteViewModel {

  private static final int MOST = 60;

  /**
   * A command that has the letters.
   *
   * @param letters places in its title that were matched
   */
  public record Hit(Command command, BitSet letters) {}

  private record Scored(Hit hit, int score) {}

  private final Supplier<List<Command>> commands;
  private final Consumer<PageId> goTo;
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
  private final StringProperty query = new SimpleStringProperty(this, "query", "");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private final ObservableList<Hit> hitsReadOnly = FXCollections.unmodifiableObservableList(hits);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
  private List<Command> all = List.of();

  /**
   * @param commands asked for all there are each time the palette opens
   * @param goTo opens a page
   */
  public PaletteViewModel(Supplier<List<Command>> commands, Consumer<PageId> goTo) {
    this.commands = commands;
    this.goTo = goTo;
    query.addListener((p, old, now) -> find());
  }

  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  public StringProperty queryProperty() {
    return query;
  }

  /** What fits the query, best first; everything while it is empty. */
  public ObservableList<Hit> hits() {
    return hitsReadOnly;
  }

  /** Place of the selected hit; -1 when there is none. */
  public ReadOnlyIntegerProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** Opens with all commands, or closes. */
  public void toggle() {
    if (open.get()) {
      close();
      return;
    }
    all = List.copyOf(commands.get());
    query.set("");
    find();
    open.set(true);
  }

  public void close() {
    open.set(false);
  }

  public void select(int place) {
    if (place >= 0 && place < hits.size()) {
      selected.set(place);
    }
  }

  /** Moves the selection; before the first comes the last. */
  public void move(int by) {
    if (!hits.isEmpty()) {
      selected.set(Math.floorMod(selected.get() + by, hits.size()));
    }
  }

  /** Closes and does what is selected, on its own page. */
  public void run() {
    int place = selected.get();
    if (place < 0 || place >= hits.size()) {
      return;
    }
    Command command = hits.get(place).command();
    close();
    if (command.page() != null) {
      goTo.accept(command.page());
    }
    command.action().run();
  }

  private void find() {
    List<Scored> found = new ArrayList<>();
    for (Command command : all) {
      score(command).ifPresent(found::add);
    }
    found.sort(Comparator.comparingInt(Scored::score).reversed());
    hits.setAll(found.stream().limit(MOST).map(Scored::hit).toList());
    selected.set(hits.isEmpty() ? -1 : 0);
  }

  /** Words may be found in the title and in the place; the title counts double. */
  private Optional<Scored> score(Command command) {
    String title = command.title();
    Optional<FuzzyMatch> inTitle = FuzzyMatch.of(query.get(), title);
    if (inTitle.isPresent()) {
      FuzzyMatch match = inTitle.get();
      return Optional.of(new Scored(new Hit(command, match.letters()), 2 * match.score()));
    }
    return FuzzyMatch.of(query.get(), title + " " + command.place())
        .map(
            match ->
                new Scored(
                    new Hit(command, match.letters().get(0, title.length())), match.score()));
  }
}
