package io.simmim.workbench.checkpoint;

import io.simmim.core.checkpoint.TensorBytes;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.portrait.Portrait;
import io.simmim.core.portrait.Portraits;
import io.simmim.core.weights.CheckpointFile;
import io.simmim.core.weights.KeyRow;
import io.simmim.core.weights.OfficialWeights;
import io.simmim.workbench.fx.Latest;
import io.simmim.workbench.picture.HeatColors;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The one tensor that is looked at. It is read and drawn in the background; what was asked for last
 * is shown, and what was overtaken is not even begun.
 */
public final class TensorViewModel {

  private final ReadOnlyObjectWrapper<Optional<ShownTensor>> shown =
      new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final Latest<Request> requests;
  private final Executor toolkit;
  private Optional<Request> wanted = Optional.empty();
  private long turn;
  private PictureOptions options = PictureOptions.INITIAL;
  private HeatColors colors = HeatColors.LIGHT;
  private Optional<Looked> looked = Optional.empty(); // the background's alone

  /**
   * @param turn of this request, ascending
   * @param choice turn of the first request for this tensor
   */
  private record Request(
      long turn,
      long choice,
      CheckpointFile file,
      String name,
      PictureOptions options,
      HeatColors colors) {}

  /** What takes long and does not depend on how it is drawn. */
  private record Looked(long choice, Portrait portrait, List<String> inFile) {}

  /**
   * @param background one thread, so that tasks come one after the other
   */
  public TensorViewModel(Executor background, Executor toolkit) {
    this.requests = new Latest<>(background, this::work);
    this.toolkit = toolkit;
  }

  /** What to show; empty before anything was chosen. */
  public ReadOnlyObjectProperty<Optional<ShownTensor>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether something else was chosen and is not shown yet. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why what was chosen cannot be shown; empty when it can. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Looks at a tensor, by its official name or, where it has none, by its name in the file. */
  public void show(CheckpointFile file, String name) {
    options = options.withPlace(PictureOptions.Place.MIDDLE);
    turn++;
    ask(new Request(turn, turn, file, name, options, colors));
  }

  /** Shows nothing. */
  public void clear() {
    wanted = Optional.empty();
    shown.set(Optional.empty());
    problem.set("");
    busy.set(false);
  }

  /** Draws the picture in another way. */
  public void change(UnaryOperator<PictureOptions> change) {
    options = change.apply(options);
    again();
  }

  /** Draws in other colours. */
  public void setColors(HeatColors now) {
    colors = now;
    again();
  }

  private void again() {
    turn++;
    wanted.ifPresent(
        last -> ask(new Request(turn, last.choice(), last.file(), last.name(), options, colors)));
  }

  private void ask(Request request) {
    wanted = Optional.of(request);
    busy.set(true);
    requests.offer(request);
  }

  private void work(Request request) {
    try {
      Looked now = look(request);
      Mosaics mosaics = new Mosaics(request.colors(), request.options());
      ShownTensor result =
          new ShownTensor(
              now.portrait(),
              now.inFile(),
              mosaics.of(now.portrait().picture()),
              request.options());
      toolkit.execute(() -> deliver(request, Optional.of(result), ""));
    } catch (UncheckedIOException e) {
      fail(request, TensorBytes.refusal(e).getMessage());
    } catch (RuntimeException e) {
      // Without this the panel would wait for ever.
      fail(request, "'%s' cannot be shown: %s.".formatted(request.name(), e.getMessage()));
    }
  }

  private void fail(Request request, String sentence) {
    toolkit.execute(() -> deliver(request, Optional.empty(), sentence));
  }

  private Looked look(Request request) {
    if (looked.filter(last -> last.choice() == request.choice()).isPresent()) {
      return looked.get();
    }
    OfficialWeights official = request.file().official();
    Portrait portrait = new Portraits(tensors(request.file(), official)).of(request.name());
    Looked now = new Looked(request.choice(), portrait, inFile(official, request.name()));
    looked = Optional.of(now);
    return now;
  }

  private static Function<String, TensorData> tensors(
      CheckpointFile file, OfficialWeights official) {
    Map<String, TensorData> named = official.tensors();
    return name -> named.containsKey(name) ? named.get(name) : file.weights().get(name);
  }

  private static List<String> inFile(OfficialWeights official, String name) {
    return official.rows().stream()
        .filter(row -> row.official().equals(name) && !row.others().equals(List.of(name)))
        .findFirst()
        .map(KeyRow::others)
        .orElse(List.of());
  }

  private void deliver(Request request, Optional<ShownTensor> result, String sentence) {
    if (wanted.filter(newest -> newest.turn() == request.turn()).isPresent()) {
      shown.set(result);
      problem.set(sentence);
      busy.set(false);
    }
  }
}
