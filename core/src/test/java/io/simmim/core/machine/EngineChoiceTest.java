package io.simmim.core.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.machine.EngineLibrary.Bundled;
import io.simmim.core.machine.EngineLibrary.Fetched;
import io.simmim.core.machine.EngineLibrary.Installed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DJL's order of choice. */
class EngineChoiceTest {

  @TempDir private Path root;
  private MachineFixture here;

  @BeforeEach
  void prepare() {
    here = new MachineFixture(root);
  }

  @Test
  void whatCameWithTheProgramIsTakenWhenNothingIsSet() {
    Bundled bundled = assertInstanceOf(Bundled.class, here.machine().engine());
    assertEquals(root.resolve("cache").resolve(MachineFixture.PLACE), bundled.folder());
    assertEquals(bundled.folder().resolve(MachineFixture.JNI), bundled.jni());
    assertFalse(bundled.isForCuda());
  }

  @Test
  void theBeginningOfTheBundledVersionMeansTheBundle() {
    assertInstanceOf(Bundled.class, here.with("PYTORCH_VERSION", "2.7.1").machine().engine());
    Fetched other =
        assertInstanceOf(Fetched.class, here.with("PYTORCH_VERSION", "2.5.1").machine().engine());
    assertEquals("2.5.1", other.version());
  }

  @Test
  void withoutABundleItHasToBeFetched() {
    Fetched fetched = assertInstanceOf(Fetched.class, here.withoutBundle().machine().engine());
    assertEquals("2.7.1", fetched.version());
  }

  @Test
  void anInstalledOneIsStrongerThanTheBundle() throws Exception {
    Path lib = here.torch("2.13.0+cu130", "'13.0'");
    here.with("PYTORCH_LIBRARY_PATH", lib)
        .with("PYTORCH_VERSION", "2.13.0")
        .with("PYTORCH_FLAVOR", "cu130");
    Installed own = assertInstanceOf(Installed.class, here.machine().engine());
    assertEquals(lib, own.folder());
    assertEquals(
        root.resolve("cache/pytorch/2.13.0-cu130-linux-x86_64").resolve(MachineFixture.JNI),
        own.jni());
    assertFalse(own.jniComesAlong());
    assertTrue(own.isForCuda());
    Path beside = Files.writeString(lib.resolve("libdjl_torch.so"), "");
    assertEquals(beside, here.machine().engine().jni());
    here.with("PYTORCH_LIBRARY_PATH", lib.resolve("libtorch.so"));
    assertEquals(lib, here.machine().engine().folder());
  }

  @Test
  void theJniLibraryComesAlongForOneVersionAndTwoFlavors() throws Exception {
    here.with("PYTORCH_LIBRARY_PATH", here.torch("2.7.1+cu128", "'12.8'"));
    here.with("PYTORCH_VERSION", "2.7.1").with("PYTORCH_FLAVOR", "cu128");
    assertTrue(assertInstanceOf(Installed.class, here.machine().engine()).jniComesAlong());
    here.with("PYTORCH_FLAVOR", "cu126");
    assertFalse(assertInstanceOf(Installed.class, here.machine().engine()).jniComesAlong());
  }

  @Test
  void anInstallationSaysWhatItIs() throws Exception {
    Path lib = here.torch("2.13.0+cpu", "None");
    assertEquals(new InstalledTorch("2.13.0", "cpu"), InstalledTorch.at(lib).orElseThrow());
    here.torch("2.8.0a0+git12", "'12.8'");
    assertEquals(new InstalledTorch("2.8.0", "cu128"), InstalledTorch.at(lib).orElseThrow());
    Files.delete(lib.resolveSibling("version.py"));
    Files.writeString(lib.resolveSibling("build-version"), "2.7.1+cu126\n");
    assertEquals(new InstalledTorch("2.7.1", "cu126"), InstalledTorch.at(lib).orElseThrow());
    Files.delete(lib.resolveSibling("build-version"));
    assertTrue(InstalledTorch.at(lib).isEmpty());
  }
}
