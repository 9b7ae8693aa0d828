package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;
import java.util.Arrays;

/**
 * Calls a TorchScript method with autograd on. DJL's public {@code IValueUtils.runMethod} always
 * runs in inference mode, whose results cannot take part in a backward pass.
 */
public final class TorchScriptBridge {

  private TorchScriptBridge() {}

  /** Runs {@code method}; closes the arguments, and leaves the result to the caller to close. */
  public static IValue call(PtSymbolBlock module, String method, IValue... arguments) {
    try {
      long[] handles = Arrays.stream(arguments).mapToLong(IValue::getHandle).toArray();
      return new IValue(
          PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, true, false));
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }
}
