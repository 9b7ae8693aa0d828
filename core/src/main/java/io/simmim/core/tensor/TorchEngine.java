package io.simmim.core.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;
import io.simmim.core.fault.EngineException;
import java.io.File;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The started native engine on one device. Everything native that outlives a step hangs on {@link
 * #manager()} and is freed by {@link #close()}.
 */
public final class TorchEngine implements AutoCloseable {

  private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,9}))?");

  private static final String BUNDLED_LIBRARY = "native/lib/pytorch.properties";
  private static final List<String> OWN_LIBRARY =
      List.of("PYTORCH_LIBRARY_PATH", "PYTORCH_VERSION", "PYTORCH_FLAVOR");

  private final Device device;
  private final NDManager manager;
  private final TorchScriptOps script;
  private final DenseLayers dense;

  private TorchEngine(Device device, NDManager manager, TorchScriptOps script) {
    this.device = device;
    this.manager = manager;
    this.script = script;
    this.dense = DenseLayers.of(script, manager);
  }

  /**
   * Starts the engine.
   *
   * @param deviceName {@code cpu} or {@code cuda:N}
   * @throws EngineException when the native library cannot be loaded or the device is not there
   */
  public static TorchEngine start(String deviceName) throws EngineException {
    Engine engine = loadNative();
    Device device = device(deviceName, engine);
    JniUtils.setGraphExecutorOptimize(false);
    NDManager manager = engine.newBaseManager(device);
    return new TorchEngine(device, manager, TorchScriptOps.load((PtNDManager) manager));
  }

  private static Engine loadNative() throws EngineException {
    requireChosenLibrary(System.getenv("PYTORCH_LIBRARY_PATH"));
    stayOffline(System.getenv());
    OpenMpThreads.spinShortly(System.getenv());
    try {
      return Engine.getEngine("PyTorch");
    } catch (ai.djl.engine.EngineException | UnsatisfiedLinkError e) {
      throw new EngineException(
          "The native PyTorch library could not be loaded ("
              + rootMessage(e)
              + "); it needs a 64-bit Linux, Windows or macOS system with its OpenMP library"
              + " (Debian: apt-get install libgomp1) and a writable "
              + Utils.getEngineCacheDir()
              + ". "
              + EngineException.SEE_DOCTOR,
          e);
    }
  }

  // DJL would silently take the library that came with the program.
  private static void requireChosenLibrary(String folder) throws EngineException {
    String name = System.mapLibraryName("torch");
    if (folder != null && !folder.isBlank() && !new File(folder, name).isFile()) {
      throw new EngineException(
          "PYTORCH_LIBRARY_PATH names %s, where there is no %s: name the folder of a PyTorch's libraries, or unset it to use those that came with the program. %s"
              .formatted(folder, name, EngineException.SEE_DOCTOR));
    }
  }

  // DJL otherwise asks the cloud's metadata service who we are, which hangs without a network, and
  // looks for a newer library than the one that came with the program.
  private static void stayOffline(Map<String, String> environment) {
    System.setProperty("OPT_OUT_TRACKING", "true");
    boolean chosen = OWN_LIBRARY.stream().anyMatch(environment::containsKey);
    if (!chosen && TorchEngine.class.getClassLoader().getResource(BUNDLED_LIBRARY) != null) {
      System.setProperty("ai.djl.offline", "true");
    }
  }

  private static Device device(String name, Engine engine) throws EngineException {
    String wanted = name.trim().toLowerCase(Locale.ROOT);
    if (wanted.equals("cpu")) {
      return Device.cpu();
    }
    Matcher cuda = CUDA.matcher(wanted);
    if (!cuda.matches()) {
      throw new EngineException(
          "Device '" + name + "' is not known; use cpu, or cuda:0, cuda:1, ... for a GPU.");
    }
    int index = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
    int count = gpuCount(engine);
    if (index >= count) {
      throw new EngineException(
          "Device '"
              + name
              + "' is not there: this engine ("
              + engine.getEngineName()
              + " "
              + engine.getVersion()
              + ") sees "
              + count
              + " CUDA device(s); use --device cpu"
              + (count > 0 ? " or cuda:0 to cuda:" + (count - 1) : "")
              + ". "
              + EngineException.SEE_DOCTOR);
    }
    return Device.gpu(index);
  }

  private static int gpuCount(Engine engine) {
    return engine.hasCapability("CUDA") ? engine.getGpuCount() : 0;
  }

  /** Graphics cards that the started engine sees. */
  public static int gpuCount() {
    return gpuCount(Engine.getEngine("PyTorch"));
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    if (root instanceof UnknownHostException) {
      return root.getMessage() + " cannot be reached to fetch the one that was chosen";
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /**
   * Makes this thread ready for tensor work. The engine keeps these switches per thread, and a
   * fresh thread starts with gradients on and with the graph optimizer, which only costs time here.
   */
  public void enterThread(boolean gradients) {
    JniUtils.setGraphExecutorOptimize(false);
    JniUtils.setGradMode(gradients);
  }

  /**
   * Restarts the engine's random stream (dropout, drop path). DJL cannot save the stream's state,
   * so whoever wants to resume exactly seeds it from the position instead.
   */
  public void seed(long seed) {
    JniUtils.setSeed(seed);
  }

  public NDManager manager() {
    return manager;
  }

  public Device device() {
    return device;
  }

  public TorchScriptOps script() {
    return script;
  }

  public DenseLayers dense() {
    return dense;
  }

  /** {@code cpu} or {@code cuda:N}. */
  public String deviceName() {
    return device.isGpu() ? "cuda:" + device.getDeviceId() : "cpu";
  }

  /** Engine name and version, for the run's manifest. */
  public static String version() {
    Engine engine = Engine.getEngine("PyTorch");
    return engine.getEngineName() + " " + engine.getVersion();
  }

  /** Where the libraries of the started engine lie. */
  public static Path libraryFolder() {
    return Path.of(LibUtils.getLibtorchPath());
  }

  /** Worker threads inside one operation. */
  public static int threads() {
    return JniUtils.getNumThreads();
  }

  @Override
  public void close() {
    script.close();
    manager.close();
  }
}
