package io.simmim.core.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.machine.GraphicsDriver.Card;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  @TempDir private Path root;

  @Test
  void thisMachineIsRead() {
    Machine here = Machine.find();
    EngineLibrary.Bundled engine =
        assertInstanceOf(EngineLibrary.Bundled.class, here.engine(), "tests run on the bundle");
    assertTrue(engine.version().startsWith("2.7.1"), engine.version());
    assertEquals("0.36.0", here.onClassPath().djlVersion());
    assertEquals("2.7.1", here.onClassPath().jniVersion());
    assertTrue(here.onClassPath().hasJni().test(here.classifier() + "/cpu"));
    assertFalse(here.onClassPath().hasJni().test(here.classifier() + "/cu1"));
    assertTrue(here.processor().cores() > 0);
    assertFalse(here.canLoad().test("libnothingiscalledso.so.1"));
  }

  @Test
  void namesOfSystemsAreThoseOfDjl() {
    assertEquals("linux-x86_64", Machine.classifier("Linux", "amd64"));
    assertEquals("win-x86_64", Machine.classifier("Windows 11", "amd64"));
    assertEquals("osx-aarch64", Machine.classifier("Mac OS X", "aarch64"));
  }

  @Test
  void theStrongerVariableChoosesTheCache() {
    Map<String, String> both = Map.of("ENGINE_CACHE_DIR", "/engines", "DJL_CACHE_DIR", "/djl");
    assertEquals(Path.of("/engines"), cache(both, root));
    assertEquals(Path.of("/djl"), cache(Map.of("DJL_CACHE_DIR", "/djl"), root));
    assertEquals(root.resolve(".djl.ai"), cache(Map.of("DJL_CACHE_DIR", ""), root));
    assertEquals(Path.of("/tmp/.djl.ai"), cache(Map.of(), root.resolve("no-home")));
  }

  private static Path cache(Map<String, String> environment, Path home) {
    return EngineCache.folder(environment, Optional.empty(), home, Path.of("/tmp"));
  }

  @Test
  void theProcessorIsWhatTheSystemSays() {
    String text =
        """
        processor\t: 0
        vendor_id\t: AuthenticAMD
        model name\t: AMD EPYC 9B45
        flags\t\t: fpu avx2 avx512f avx512_bf16

        processor\t: 1
        model name\t: AMD EPYC 9B45
        flags\t\t: fpu
        """;
    assertEquals(
        new Processor("AMD EPYC 9B45", 2, Set.of("fpu", "avx2", "avx512f", "avx512_bf16")),
        Processor.of(text, 2));
    assertEquals(
        new Processor("", 4, Set.of("asimd", "bf16")),
        Processor.of("processor : 0\nFeatures : asimd bf16\n", 4));
    assertEquals(new Processor("", 1, Set.of()), Processor.of("", 1));
  }

  @Test
  void theDriverIsWhatItsProgramPrints() {
    NvidiaSmi.Answer answer =
        NvidiaSmi.answer(
            "NVIDIA H100 80GB HBM3, 81559, 9.0, 570.86.15\nTesla T4, [N/A], 7.5, 570.86.15\n",
            "| NVIDIA-SMI 570.86.15   Driver Version: 570.86.15   CUDA Version: 12.8     |\n");
    GraphicsDriver driver = answer.driver().orElseThrow();
    assertEquals("570.86.15", driver.version());
    assertEquals("12.8", driver.cuda());
    assertEquals(
        List.of(new Card("NVIDIA H100 80GB HBM3", 81559, "9.0"), new Card("Tesla T4", 0, "7.5")),
        driver.cards());
    assertEquals("", NvidiaSmi.answer("A, 1, 7.5, 5\n", "").driver().orElseThrow().cuda());
    NvidiaSmi.Answer none = NvidiaSmi.answer("\nNo devices were found\n", "");
    assertTrue(none.driver().isEmpty());
    assertEquals("No devices were found", none.complaint());
  }

  @Test
  void cardsOnTheBusAreNvidiasDisplays() throws Exception {
    device("0000:01:00.0", "0x10de", "0x030200");
    device("0000:01:00.1", "0x10de", "0x040300");
    device("0000:02:00.0", "0x1002", "0x030000");
    Files.createDirectories(root.resolve("0000:03:00.0"));
    assertEquals(1, Graphics.onBus(root));
    assertEquals(0, Graphics.onBus(root.resolve("nothing")));
  }

  private void device(String slot, String vendor, String kind) throws Exception {
    Path device = Files.createDirectories(root.resolve(slot));
    Files.writeString(device.resolve("vendor"), vendor + "\n");
    Files.writeString(device.resolve("class"), kind + "\n");
  }
}
