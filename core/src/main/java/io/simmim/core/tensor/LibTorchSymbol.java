package io.simmim.core.tensor;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The C++ functions of libtorch that are called by name, as GCC and Clang write their names (looked
 * up in PyTorch 2.7.1 and 2.13 for Linux) and as Visual C++ does (2.7.1 for Windows).
 */
enum LibTorchSymbol {
  SET_AUTOCAST_ENABLED(
      "_ZN2at8autocast20set_autocast_enabledEN3c1010DeviceTypeEb",
      "?set_autocast_enabled@autocast@at@@YAXW4DeviceType@c10@@_N@Z"),
  IS_AUTOCAST_ENABLED(
      "_ZN2at8autocast19is_autocast_enabledEN3c1010DeviceTypeE",
      "?is_autocast_enabled@autocast@at@@YA_NW4DeviceType@c10@@@Z"),
  SET_AUTOCAST_DTYPE(
      "_ZN2at8autocast18set_autocast_dtypeEN3c1010DeviceTypeENS1_10ScalarTypeE",
      "?set_autocast_dtype@autocast@at@@YAXW4DeviceType@c10@@W4ScalarType@4@@Z"),
  GET_AUTOCAST_DTYPE(
      "_ZN2at8autocast18get_autocast_dtypeEN3c1010DeviceTypeE",
      "?get_autocast_dtype@autocast@at@@YA?AW4ScalarType@c10@@W4DeviceType@4@@Z"),
  CLEAR_CACHE("_ZN2at8autocast11clear_cacheEv", "?clear_cache@autocast@at@@YAXXZ"),
  GLOBAL_CONTEXT("_ZN2at13globalContextEv", "?globalContext@at@@YAAEAVContext@1@XZ"),
  SET_ALLOW_TF32_CUBLAS(
      "_ZN2at7Context18setAllowTF32CuBLASEb", "?setAllowTF32CuBLAS@Context@at@@QEAAX_N@Z"),
  SET_ALLOW_TF32_CUDNN(
      "_ZN2at7Context17setAllowTF32CuDNNEb", "?setAllowTF32CuDNN@Context@at@@QEAAX_N@Z");

  private final String itanium;
  private final String visualC;

  LibTorchSymbol(String itanium, String visualC) {
    this.itanium = itanium;
    this.visualC = visualC;
  }

  /** The function in a library; throws {@link UnsatisfiedLinkError} when it is not there. */
  Function in(NativeLibrary library) {
    return library.getFunction(Platform.isWindows() ? visualC : itanium);
  }
}
