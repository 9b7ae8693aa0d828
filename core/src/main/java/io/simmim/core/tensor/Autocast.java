package io.simmim.core.tensor;

import ai.djl.Device;
import io.simmim.core.tensor.LibTorch.AutocastState;
import java.util.Optional;

/**
 * An {@link AutocastMode} in force on the thread that entered it, until closed there; then the one
 * before is back.
 *
 * <p>Autocast converts a weight once and keeps the copy for its next use. Both ends of a scope
 * forget the copies: one made without gradients would otherwise cut a later use of the same weight
 * off from its gradient, and an optimizer step makes all of them stale.
 */
public final class Autocast implements AutoCloseable {

  private final Optional<LibTorch> library;
  private final Device device;
  private final Optional<AutocastState> before;

  Autocast(Optional<LibTorch> library, Device device, AutocastState state) {
    this.library = library;
    this.device = device;
    before = library.map(l -> l.autocast(device));
    set(state);
  }

  private void set(AutocastState state) {
    library.ifPresent(
        l -> {
          l.setAutocast(device, state);
          l.clearAutocastCache();
        });
  }

  @Override
  public void close() {
    before.ifPresent(this::set);
  }
}
