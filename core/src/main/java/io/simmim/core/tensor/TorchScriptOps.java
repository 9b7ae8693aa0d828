package io.simmim.core.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.TorchScriptBridge;
import io.simmim.core.fault.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Operations that libtorch has and DJL's Java side lacks, reached through a TorchScript module of a
 * few kilobytes that is written at start-up.
 */
public final class TorchScriptOps implements AutoCloseable {

  private final PtNDManager manager;
  private final PtSymbolBlock module;

  private TorchScriptOps(PtNDManager manager, PtSymbolBlock module) {
    this.manager = manager;
    this.module = module;
  }

  static TorchScriptOps load(PtNDManager manager) throws EngineException {
    try {
      byte[] archive = TorchScriptArchive.of("Ops", "ops.torchscript");
      return new TorchScriptOps(
          manager, JniUtils.loadModule(manager, new ByteArrayInputStream(archive), true, false));
    } catch (IOException | ai.djl.engine.EngineException e) {
      throw new EngineException(
          "The native PyTorch library does not accept this program's TorchScript ("
              + e.getMessage()
              + "); use the library version that the program was built with.",
          e);
    }
  }

  /** {@code torch.roll}: moves elements by {@code shifts} along {@code dims}, around the end. */
  public NDArray roll(NDArray x, long[] shifts, long[] dims) {
    return tensor("roll", IValue.from(Ops.pt(x)), IValue.listFrom(shifts), IValue.listFrom(dims));
  }

  /**
   * Mean over square windows, stride 1: x [B,C,H,W] -> [B,C,H + 2 * padding - kernel + 1, ...].
   * What was padded does not count ({@code count_include_pad=False}, which DJL's own ignores).
   * Averages along columns, then along rows: libtorch visits the whole window for every pixel.
   */
  public NDArray avgPool2d(NDArray x, int kernel, int padding) {
    return tensor(
        "avg_pool2d",
        IValue.from(Ops.pt(x)),
        IValue.from((long) kernel),
        IValue.from((long) padding));
  }

  /** {@code torch.clamp(x, max=limit)}: no gradient where x is above the limit. */
  public NDArray clampMax(NDArray x, double limit) {
    return tensor("clamp_max", IValue.from(Ops.pt(x)), IValue.from(limit));
  }

  /** {@code x} in 32 bits, itself when it is already; differentiable, unlike DJL's conversion. */
  public NDArray float32(NDArray x) {
    return tensor("float32", IValue.from(Ops.pt(x)));
  }

  static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
  }

  /** Runs a method of the module that gives nothing; closes the arguments. */
  void run(String method, IValue... arguments) {
    TorchScriptBridge.call(module, method, arguments).close();
  }

  /** Runs a method of the module that gives a tensor, with autograd; closes the arguments. */
  NDArray tensor(String method, IValue... arguments) {
    try (IValue result = TorchScriptBridge.call(module, method, arguments)) {
      return result.toTensor(manager);
    }
  }

  /**
   * {@code torch.autograd.grad}: d(sum of y * flow)/d(input) of every input, as arrays of their
   * own.
   *
   * @param flow of y's shape and type
   * @return in the order of the inputs, contiguous; null for an input that y does not depend on
   */
  public List<NDArray> gradients(NDArray y, NDArray flow, List<NDArray> inputs) {
    IValue[] arguments = {IValue.from(Ops.pt(y)), IValue.from(Ops.pt(flow)), list(inputs)};
    try (IValue result = TorchScriptBridge.call(module, "gradients", arguments)) {
      List<NDArray> gradients = new ArrayList<>();
      for (PtNDArray gradient : result.toTensorArray(manager)) {
        gradients.add(unlessNone(gradient));
      }
      return gradients;
    }
  }

  // No gradient is an array without elements, which no parameter is.
  private static NDArray unlessNone(NDArray gradient) {
    if (gradient.size() > 0) {
      return gradient;
    }
    gradient.close();
    return null;
  }

  /**
   * {@code torch.nn.utils.clip_grad_norm_}: scales all gradients in place by min(1, maxNorm / (norm
   * + 1e-6)).
   *
   * @param maxNorm no clipping when 0 or less, as in the official scripts
   * @return the 2-norm over all gradients together, before clipping
   */
  public double clipGradNorm(List<NDArray> gradients, double maxNorm) {
    try (NDArray norm = tensor("clip_grad_norm", list(gradients), IValue.from(maxNorm))) {
      return Ops.scalar(norm);
    }
  }

  /** One fused AdamW step of all tensors that share learning rate and weight decay. */
  public void adamW(AdamWTensors tensors, AdamWSettings settings) {
    run(
        "adamw",
        list(tensors.parameters()),
        list(tensors.gradients()),
        list(tensors.expAvg()),
        list(tensors.expAvgSq()),
        list(tensors.steps()),
        IValue.from(settings.lr()),
        IValue.from(settings.beta1()),
        IValue.from(settings.beta2()),
        IValue.from(settings.weightDecay()),
        IValue.from(settings.eps()));
  }

  /**
   * One fused SGD step with Nesterov momentum of all tensors that share learning rate and weight
   * decay; the lists are parallel.
   *
   * @param velocity momentum buffers, zero before the first step
   */
  public void sgd(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> velocity,
      SgdSettings settings) {
    run(
        "sgd",
        list(parameters),
        list(gradients),
        list(velocity),
        IValue.from(settings.lr()),
        IValue.from(settings.momentum()),
        IValue.from(settings.weightDecay()));
  }

  /**
   * Copies {@code data} over the values of {@code target}, on whatever device it is.
   *
   * @param data direct, native byte order, from position 0, of the target's size and type
   */
  public void copy(NDArray target, ByteBuffer data) {
    try (Scope scope = Scope.open();
        GradMode off = GradMode.off();
        PtNDManager cpu = manager.newSubManager(Device.cpu())) {
      NDArray source = cpu.create(data, target.getShape(), target.getDataType());
      run("copy", IValue.from(Ops.pt(target)), IValue.from(Ops.pt(source)));
    }
  }

  /** Parallel lists: parameter i has gradient i, moments i and step count i (0-d float32). */
  public record AdamWTensors(
      List<NDArray> parameters,
      List<NDArray> gradients,
      List<NDArray> expAvg,
      List<NDArray> expAvgSq,
      List<NDArray> steps) {}

  /** Hyper-parameters of one step, named as in {@code torch.optim.AdamW}. */
  public record AdamWSettings(
      double lr, double beta1, double beta2, double weightDecay, double eps) {}

  /** Hyper-parameters of one step, named as in {@code torch.optim.SGD}. */
  public record SgdSettings(double lr, double momentum, double weightDecay) {}

  @Override
  public void close() {
    module.close();
  }
}
