package io.simmim.workbench.masks;

import io.simmim.core.fault.SimMimException;
import io.simmim.workbench.fx.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Lets the models fill in the newest masked picture. Requests that were overtaken before their turn
 * are dropped, and since one thread answers them, answers come in the order of the requests.
 */
final class Reconstructions {

  /** What to fill in. */
  record Request(MaskedPicture picture, Geometry geometry) {}

  /**
   * What became of it, one entry a model.
   *
   * @param problem one sentence, empty unless it failed
   */
  record Answer(Request request, List<Optional<Filled>> filled, String problem) {}

  private final Executor toolkit;
  private final List<ModelSlot> slots;
  private final Consumer<Answer> receiver;
  private final Latest<Request> requests;

  Reconstructions(
      Executor models, Executor toolkit, List<ModelSlot> slots, Consumer<Answer> receiver) {
    this.toolkit = toolkit;
    this.slots = slots;
    this.receiver = receiver;
    this.requests = new Latest<>(models, this::answer);
  }

  void ask(Request request) {
    requests.offer(request);
  }

  private void answer(Request request) {
    Answer answer = answerTo(request);
    toolkit.execute(() -> receiver.accept(answer));
  }

  private Answer answerTo(Request request) {
    List<Optional<Filled>> filled = new ArrayList<>();
    try {
      for (ModelSlot slot : slots) {
        MaskedPicture picture = request.picture();
        filled.add(slot.fill(picture.original(), picture.mask(), request.geometry()));
      }
      return new Answer(request, filled, "");
    } catch (SimMimException e) {
      return new Answer(request, List.of(), e.getMessage());
    }
  }
}
