package io.simmim.core.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.doctor.Finding.Level;
import io.simmim.core.machine.MachineFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about made-up machines. */
class ChecksTest {

  private static final String NO_MORE = "";

  @TempDir private Path root;
  private MachineFixture here;

  @BeforeEach
  void prepare() {
    here = new MachineFixture(root);
  }

  private List<Finding> findings() {
    return Check.all().stream().flatMap(check -> check.of(here.machine()).stream()).toList();
  }

  private List<Finding> of(Level level) {
    return findings().stream().filter(finding -> finding.level() == level).toList();
  }

  private Finding only(Level level) {
    List<Finding> found = of(level);
    assertEquals(1, found.size(), () -> "findings: " + findings());
    assertTrue(found.get(0).sentence().endsWith("."), found.get(0).sentence());
    return found.get(0);
  }

  private void assertOnly(Level level, String sentence, String remedy) {
    Finding finding = only(level);
    assertTrue(finding.sentence().contains(sentence), finding.sentence());
    assertTrue(
        remedy.equals(NO_MORE) ? finding.remedy().isEmpty() : finding.remedy().contains(remedy),
        finding.remedy());
  }

  @Test
  void aMachineInOrderIsToldSo() throws Exception {
    here.unpacked();
    List<String> good = of(Level.GOOD).stream().map(Finding::sentence).toList();
    assertEquals(3, good.size(), () -> good.toString());
    assertEquals(
        "PyTorch 2.7.1, built for the CPU, came with the program; no network is needed.",
        good.get(0));
    assertTrue(
        good.get(1).startsWith("Its libraries lie in " + root.resolve("cache")), good.get(1));
    assertTrue(good.get(2).startsWith("AMD EPYC, 2 cores, with AVX2, AVX-512, AVX-512 BF16."));
    assertTrue(good.get(2).endsWith("--precision bf16 is faster than fp32."), good.get(2));
    assertOnly(Level.NOTE, "No graphics card of NVIDIA and no driver", NO_MORE);
    assertEquals(List.of(), of(Level.FAULT));
  }

  @Test
  void theFirstStartUnpacks() {
    assertEquals(List.of(), of(Level.FAULT));
    assertTrue(of(Level.GOOD).get(1).sentence().startsWith("The first start unpacks"));
  }

  @Test
  void aFolderThatLacksALibraryIsToBeDeleted() throws Exception {
    here.unpacked();
    Files.delete(root.resolve("cache").resolve(MachineFixture.PLACE).resolve("libtorch_cpu.so"));
    assertOnly(Level.FAULT, "lacks libtorch_cpu.so", "Delete this folder");
  }

  @Test
  void aCacheThatCannotBeWrittenToIsNamed() throws Exception {
    Path file = Files.writeString(root.resolve("file"), "no folder");
    here.cache(file.resolve("djl")).with("DJL_CACHE_DIR", file.resolve("djl"));
    assertOnly(Level.FAULT, "(by DJL_CACHE_DIR), but " + file, "Let DJL_CACHE_DIR name");
  }

  @Test
  void aCacheThatIsReadOnlyButCompleteIsEnough() throws Exception {
    here.unpacked();
    CacheCheck full = new CacheCheck(folder -> 0);
    assertEquals(Level.GOOD, full.of(here.machine()).get(0).level());
  }

  @Test
  void aFullDiskIsNamedWithWhatIsNeeded() {
    Finding fault = new CacheCheck(folder -> 52_000_000).of(here.machine()).get(0);
    assertEquals(Level.FAULT, fault.level());
    assertTrue(fault.sentence().startsWith("The libraries need 500 MB in "), fault.sentence());
    assertTrue(fault.sentence().endsWith("but only 52 MB are free."), fault.sentence());
    assertEquals(Level.GOOD, new CacheCheck(folder -> -1).of(here.machine()).get(0).level());
  }

  @Test
  void aLibraryPathThatLeadsNowhereIsNotPassedOverInSilence() throws Exception {
    here.unpacked().with("PYTORCH_LIBRARY_PATH", root.resolve("gone"));
    assertOnly(Level.FAULT, "gone', but there is no such folder.", "site-packages/torch/lib");
    here.with("PYTORCH_LIBRARY_PATH", root);
    assertOnly(Level.FAULT, "there is no libtorch.so in this folder", "unset it");
  }

  @Test
  void aFlavorOrAVersionAloneIsExplained() throws Exception {
    here.unpacked().with("PYTORCH_FLAVOR", "cu128");
    assertOnly(Level.FAULT, "PYTORCH_FLAVOR=cu128 has no effect", "Set PYTORCH_LIBRARY_PATH");
    here.with("PYTORCH_FLAVOR", "cpu").with("PYTORCH_VERSION", "2.5.1");
    assertOnly(
        Level.FAULT, "PYTORCH_VERSION=2.5.1 asks for another PyTorch", "Unset PYTORCH_VERSION");
  }

  @Test
  void aProgramWithoutAnEngineIsExplained() {
    here.withoutBundle();
    assertOnly(
        Level.FAULT,
        "No PyTorch for linux-x86_64 came with the program",
        "Let PYTORCH_LIBRARY_PATH name");
  }

  @Test
  void anEngineFolderServesAProgramWithoutAnEngine() throws Exception {
    Files.createDirectories(root.resolve("cache/pytorch/2.7.1-cpu-linux-x86_64"));
    here.withoutBundle();
    assertEquals(List.of(), of(Level.FAULT));
    assertTrue(
        of(Level.GOOD).get(0).sentence().startsWith("PyTorch 2.7.1, built for the CPU, lies"));
  }

  @Test
  void anInstalledPyTorchMustBeWhatItIsTakenFor() throws Exception {
    here.with("PYTORCH_LIBRARY_PATH", here.torch("2.13.0+cpu", "None"));
    here.with("PYTORCH_FLAVOR", "cpu");
    assertOnly(
        Level.FAULT,
        "is version 2.13.0, but it is taken for 2.7.1.",
        "Set PYTORCH_VERSION=2.13.0.");
    here.with("PYTORCH_VERSION", "2.13.0").with("PYTORCH_FLAVOR", "cu130");
    assertOnly(Level.FAULT, "this PyTorch was built for cpu", "Set PYTORCH_FLAVOR=cpu.");
    here.with("PYTORCH_FLAVOR", "");
    assertOnly(Level.FAULT, "PYTORCH_FLAVOR is not set", "Set PYTORCH_FLAVOR=cpu.");
  }

  @Test
  void theMissingJniLibraryIsNamedWithItsPlace() throws Exception {
    here.with("PYTORCH_LIBRARY_PATH", here.torch("2.13.0+cpu", "None"));
    here.with("PYTORCH_VERSION", "2.13.0").with("PYTORCH_FLAVOR", "cpu");
    Path place = root.resolve("cache/pytorch/2.13.0-cpu-linux-x86_64");
    assertOnly(
        Level.FAULT,
        "exactly PyTorch 2.13.0 (cpu) is missing: it is expected as "
            + place.resolve(MachineFixture.JNI),
        "or use PyTorch 2.7.1, for which it came with the program");
    Files.writeString(Files.createDirectories(place).resolve(MachineFixture.JNI), "");
    assertEquals(List.of(), of(Level.FAULT));
  }

  @Test
  void aFlavorForCudaNeedsALibraryForCuda() throws Exception {
    Path lib = here.torch("?", "None");
    here.with("PYTORCH_LIBRARY_PATH", lib).with("PYTORCH_VERSION", "2.7.1");
    here.with("PYTORCH_FLAVOR", "cu128");
    assertOnly(Level.FAULT, "there is no libtorch_cuda.so in", "Set PYTORCH_FLAVOR=cpu");
    Files.writeString(lib.resolve("libtorch_cuda.so"), "");
    assertEquals(List.of(), of(Level.FAULT));
  }

  @Test
  void missingSystemLibrariesAreNamedWithTheirPackages() throws Exception {
    here.unpacked().without("libgomp.so.1");
    assertEquals(List.of(), of(Level.FAULT), "OpenMP came with the program");
    here.without("libstdc++.so.6");
    assertOnly(Level.FAULT, "libstdc++.so.6", "apt-get install libstdc++6");
  }

  @Test
  void anInstalledPyTorchWithoutOpenMpNeedsTheSystems() throws Exception {
    Path lib = here.torch("2.7.1+cpu", "None");
    Files.delete(lib.resolve("libgomp.so.1"));
    here.with("PYTORCH_LIBRARY_PATH", lib).with("PYTORCH_VERSION", "2.7.1");
    here.with("PYTORCH_FLAVOR", "cpu").without("libgomp.so.1");
    assertOnly(Level.FAULT, "libgomp.so.1", "apt-get install libgomp1");
  }

  @Test
  void anOldProcessorIsSlow() throws Exception {
    here.unpacked().processor(Set.of("sse2"));
    List<Finding> notes = of(Level.NOTE);
    assertTrue(notes.get(0).sentence().startsWith("It lacks AVX2"), notes.toString());
    assertTrue(of(Level.GOOD).get(2).sentence().startsWith("Old one, 1 core. It has no"));
  }

  @Test
  void aCardWithoutADriverIsToldFromNoCard() throws Exception {
    here.unpacked().cards(1, "");
    assertOnly(Level.NOTE, "is installed, but no driver", "nvidia-driver");
    here.cards(1, "NVIDIA-SMI has failed because it couldn't communicate with the driver.");
    assertOnly(Level.NOTE, "couldn't communicate with the driver\".", "Reload or reinstall");
  }

  @Test
  void aCardBesideAnEngineForTheCpuSaysHowToUseIt() throws Exception {
    here.unpacked().driver("12.8");
    assertOnly(
        Level.NOTE,
        "built for the CPU only",
        "Install PyTorch 2.7.1 for CUDA 12.8 and set PYTORCH_LIBRARY_PATH");
    Finding card = of(Level.GOOD).get(3);
    assertEquals(
        "cuda:0 is NVIDIA H100 80GB HBM3 (80 GiB, compute capability 9.0); driver 570.86.15 (CUDA up"
            + " to 12.8).",
        card.sentence());
  }

  @Test
  void anEngineForCudaNeedsADriverOfItsMajorVersion() throws Exception {
    Path lib = here.torch("2.7.1+cu128", "'12.8'", "libtorch_cuda.so");
    here.with("PYTORCH_LIBRARY_PATH", lib).with("PYTORCH_VERSION", "2.7.1");
    here.with("PYTORCH_FLAVOR", "cu128").driver("12.4");
    assertEquals(List.of(), of(Level.FAULT));
    here.driver("11.8");
    assertOnly(Level.FAULT, "built for CUDA 12, but the driver 570.86.15 knows", "Update NVIDIA's");
    here.driver("13.0").with("CUDA_VISIBLE_DEVICES", "-1");
    assertOnly(Level.NOTE, "CUDA_VISIBLE_DEVICES is '-1'", "CUDA_VISIBLE_DEVICES=0");
    here.with("CUDA_VISIBLE_DEVICES", "");
    assertOnly(Level.NOTE, "which hides all graphics cards", "Unset it");
    here.with("CUDA_VISIBLE_DEVICES", "0,1");
    assertEquals(List.of(), of(Level.NOTE));
  }
}
