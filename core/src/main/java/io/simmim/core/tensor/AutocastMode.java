package io.simmim.core.tensor;

import ai.djl.Device;
import io.simmim.core.config.Precision;
import io.simmim.core.fault.EngineException;
import io.simmim.core.tensor.LibTorch.AutocastState;
import java.util.Optional;

/**
 * The number format that a run computes its matrix products in, checked once and entered around
 * every forward pass ({@code torch.autocast}): {@code try (Autocast cast = mode.enter()) {..}}, the
 * backward pass outside of it. Inside, linear layers, convolutions and matrix products convert
 * their factors and give results in that format; what mixes formats widens to float32. Types of 16
 * bits must not leave the scope: DJL aborts the program when it is asked for the type, a sum or the
 * values of a bfloat16 array, so a model ends in {@link TorchScriptOps#float32}.
 */
public final class AutocastMode {

  private static final int HALF = 5; // c10::ScalarType
  private static final int BFLOAT16 = 15;

  private final Optional<LibTorch> library;
  private final Device device;
  private final AutocastState state;

  private AutocastMode(Optional<LibTorch> library, Device device, AutocastState state) {
    this.library = library;
    this.device = device;
    this.state = state;
  }

  /**
   * The mode of a precision. On a GPU this also says, for the whole process, whether float32
   * products may be rounded to TF32: with {@code TF32} they may, with any other they may not
   * (PyTorch by itself rounds in convolutions).
   *
   * @throws EngineException when the device or the library cannot compute in that precision; never
   *     for {@code FP32}
   */
  public static AutocastMode of(Precision precision, TorchEngine engine) throws EngineException {
    return of(precision, engine.device(), LibTorch.LOADED);
  }

  static AutocastMode of(Precision precision, Device device, Optional<LibTorch> loaded)
      throws EngineException {
    boolean tf32 = precision == Precision.TF32 && device.isGpu();
    boolean lower = precision == Precision.BF16 || precision == Precision.FP16;
    if (precision == Precision.FP16 && !device.isGpu()) {
      throw new EngineException(
          "Precision fp16 needs a GPU, and this run is on the CPU; use --precision bf16 or fp32, or"
              + " --device cuda:0.");
    }
    if ((tf32 || lower) && loaded.isEmpty()) {
      throw new EngineException(
          "Precision "
              + precision.yamlName()
              + " is not possible with this native library ("
              + TorchEngine.version()
              + "), which lacks a function for it; use --precision fp32.");
    }
    if (device.isGpu()) {
      loaded.ifPresent(library -> library.setAllowTf32(tf32));
    }
    int scalarType = precision == Precision.FP16 ? HALF : BFLOAT16;
    return new AutocastMode(loaded, device, new AutocastState(lower, scalarType));
  }

  /** What is in force on this thread for {@code device}. */
  static AutocastMode current(Device device) {
    Optional<LibTorch> loaded = LibTorch.LOADED;
    AutocastState off = new AutocastState(false, BFLOAT16);
    return new AutocastMode(loaded, device, loaded.map(l -> l.autocast(device)).orElse(off));
  }

  /** What the user should know about this precision on this device, as a sentence. */
  public static Optional<String> note(Precision precision, TorchEngine engine) {
    boolean nothingToRound = precision == Precision.TF32 && !engine.device().isGpu();
    return nothingToRound
        ? Optional.of("Precision tf32 exists on GPUs only; on the CPU this run computes in fp32.")
        : Optional.empty();
  }

  /** Whether matrix products are computed in 16 bits. */
  public boolean enabled() {
    return state.enabled();
  }

  /** Puts this mode in force on this thread until the scope is closed. */
  public Autocast enter() {
    return new Autocast(library, device, state);
  }
}
