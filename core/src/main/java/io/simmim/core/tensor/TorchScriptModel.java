package io.simmim.core.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.TorchScriptBridge;
import io.simmim.core.fault.CheckpointException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that Python wrote with {@code torch.jit.save}, run by this engine with autograd. The code
 * in such a file is run: open only what you made yourself.
 */
public final class TorchScriptModel implements AutoCloseable {

  private final PtNDManager manager;
  private final PtSymbolBlock module;
  private final List<NDArray> parameters;

  private TorchScriptModel(PtNDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
    this.parameters = List.copyOf(JniUtils.moduleGetParams(module, manager));
  }

  /**
   * Reads a model onto the engine's device.
   *
   * @throws CheckpointException when the file is not TorchScript that this engine accepts
   */
  public static TorchScriptModel load(TorchEngine engine, Path file) throws CheckpointException {
    PtNDManager manager = (PtNDManager) engine.manager().newSubManager();
    try {
      // The last flag keeps the parameters trainable.
      return new TorchScriptModel(
          manager, JniUtils.loadModule(manager, file, true, new String[0], new String[0], true));
    } catch (EngineException e) {
      manager.close();
      throw new CheckpointException(
          "The file "
              + file
              + " is no TorchScript model that this engine accepts ("
              + e.getMessage().lines().findFirst().orElse("")
              + "); write one with torch.jit.trace and torch.jit.save.",
          e);
    }
  }

  /** Trainable arrays, each a leaf. */
  public List<NDArray> parameters() {
    return parameters;
  }

  /** The result of {@code forward}, a tensor, with autograd as the thread has it. */
  public NDArray forward(NDArray... inputs) {
    IValue[] arguments =
        Arrays.stream(inputs).map(x -> IValue.from(Ops.pt(x))).toArray(IValue[]::new);
    try (IValue result = TorchScriptBridge.call(module, "forward", arguments)) {
      return result.toTensor(manager);
    }
  }

  /**
   * Runs it once, to find out whether it is what is wanted.
   *
   * @param file for the sentence
   * @throws CheckpointException when it does not take these inputs to a single number
   */
  public void check(Path file, NDArray... inputs) throws CheckpointException {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off()) {
      NDArray loss = forward(inputs);
      if (loss.size() != 1) {
        throw unfit(file, "its result is of shape " + loss.getShape(), inputs, null);
      }
    } catch (EngineException e) {
      // Above it stands where in the model's code.
      String reason = e.getMessage().strip().lines().reduce((first, last) -> last).orElse("");
      throw unfit(file, reason, inputs, e);
    }
  }

  private static CheckpointException unfit(
      Path file, String why, NDArray[] inputs, EngineException cause) {
    String shapes =
        Arrays.stream(inputs).map(x -> x.getShape().toString()).collect(Collectors.joining(", "));
    return new CheckpointException(
        "The TorchScript model "
            + file
            + " does not take pictures and mask of shapes "
            + shapes
            + " to a loss ("
            + why
            + "); trace the model of the same configuration at the same batch size and"
            + " precision.",
        cause);
  }

  @Override
  public void close() {
    parameters.forEach(NDArray::close);
    module.close();
    manager.close();
  }
}
