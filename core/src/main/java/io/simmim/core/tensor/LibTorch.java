package io.simmim.core.tensor;

import ai.djl.Device;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Functions of the loaded libtorch that neither DJL nor TorchScript reaches, called by their C++
 * names ({@link LibTorchSymbol}); where one is missing, {@link #LOADED} is empty. Enumerations are
 * those of {@code c10/core/DeviceType.h} and {@code c10/core/ScalarType.h}.
 */
final class LibTorch {

  /**
   * The library that the engine runs on, not a second copy; empty when it lacks a function. First
   * used after the engine has started.
   */
  static final Optional<LibTorch> LOADED = find();

  private static final int LAZY = 1; // RTLD_LAZY without RTLD_GLOBAL, as the JVM opens libraries
  private static final int TRUE = 1;
  private static final int FALSE = 0;
  private static final int BYTE = 0xff; // A C++ bool leaves the rest of its register undefined.

  private final Function setAutocastEnabled;
  private final Function isAutocastEnabled;
  private final Function setAutocastDtype;
  private final Function getAutocastDtype;
  private final Function clearCache;
  private final Function globalContext;
  private final Function setAllowTf32CuBlas;
  private final Function setAllowTf32CuDnn;

  private LibTorch(NativeLibrary library) {
    setAutocastEnabled = LibTorchSymbol.SET_AUTOCAST_ENABLED.in(library);
    isAutocastEnabled = LibTorchSymbol.IS_AUTOCAST_ENABLED.in(library);
    setAutocastDtype = LibTorchSymbol.SET_AUTOCAST_DTYPE.in(library);
    getAutocastDtype = LibTorchSymbol.GET_AUTOCAST_DTYPE.in(library);
    clearCache = LibTorchSymbol.CLEAR_CACHE.in(library);
    globalContext = LibTorchSymbol.GLOBAL_CONTEXT.in(library);
    setAllowTf32CuBlas = LibTorchSymbol.SET_ALLOW_TF32_CUBLAS.in(library);
    setAllowTf32CuDnn = LibTorchSymbol.SET_ALLOW_TF32_CUDNN.in(library);
  }

  private static Optional<LibTorch> find() {
    Path file = Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu"));
    Map<String, ?> options =
        Platform.isWindows() ? Map.of() : Map.of(Library.OPTION_OPEN_FLAGS, LAZY);
    try {
      return Optional.of(new LibTorch(NativeLibrary.getInstance(file.toString(), options)));
    } catch (UnsatisfiedLinkError e) {
      return Optional.empty();
    }
  }

  /** What autocast does on this thread to what is computed on {@code device}. */
  AutocastState autocast(Device device) {
    int type = deviceType(device);
    boolean enabled = (isAutocastEnabled.invokeInt(new Object[] {type}) & BYTE) != FALSE;
    return new AutocastState(enabled, getAutocastDtype.invokeInt(new Object[] {type}) & BYTE);
  }

  void setAutocast(Device device, AutocastState state) {
    int type = deviceType(device);
    setAutocastEnabled.invokeVoid(new Object[] {type, state.enabled() ? TRUE : FALSE});
    setAutocastDtype.invokeVoid(new Object[] {type, state.scalarType()});
  }

  /** Forgets the weights that autocast has converted, in all threads. */
  void clearAutocastCache() {
    clearCache.invokeVoid(new Object[0]);
  }

  /** Whether matrix products and convolutions of float32 arrays may round their factors to TF32. */
  void setAllowTf32(boolean allowed) {
    Object context = globalContext.invokePointer(new Object[0]);
    int flag = allowed ? TRUE : FALSE;
    setAllowTf32CuBlas.invokeVoid(new Object[] {context, flag});
    setAllowTf32CuDnn.invokeVoid(new Object[] {context, flag});
  }

  private static int deviceType(Device device) {
    return device.isGpu() ? 1 : 0;
  }

  /** {@code scalarType}: what matrix products are computed in when enabled. */
  record AutocastState(boolean enabled, int scalarType) {}
}
