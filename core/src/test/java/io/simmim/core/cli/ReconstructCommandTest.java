package io.simmim.core.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ConfigWriter;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.image.ImageDecoder;
import io.simmim.core.image.ImageEncoder;
import io.simmim.core.image.RgbImage;
import io.simmim.core.model.Models;
import io.simmim.core.model.StateDict;
import io.simmim.core.tensor.Npz;
import io.simmim.core.tensor.TorchEngine;
import io.simmim.core.testing.BriefTraining;
import io.simmim.core.testing.Golden;
import io.simmim.core.testing.NpyBytes;
import io.simmim.core.testing.NpzFile;
import io.simmim.core.testing.Pictures;
import io.simmim.core.testing.TinyModel;
import io.simmim.core.weights.CheckpointFile;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReconstructCommandTest {

  private static final String CASE = "A_pretrain_swin";
  private static final int SIZE = 96;
  private static final int GRID = 24;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path picture;

  @BeforeEach
  void draw() throws Exception {
    picture = folder.resolve("photo.png");
    ImageEncoder.png().write(Pictures.gradient(130, 110), picture);
  }

  private int reconstruct(Object... arguments) {
    List<String> all = new ArrayList<>(List.of("reconstruct"));
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    CommandLine line = new CommandLine(new SimMim());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return Main.run(line, all.toArray(String[]::new));
  }

  private int reconstructGolden(Path image, Object... more) {
    List<Object> all =
        new ArrayList<>(
            List.of(
                "--checkpoint", Golden.path(CASE + "/ckpt_epoch_0.pth"),
                "--image", image,
                "--out", folder.resolve("out")));
    all.addAll(List.of(more));
    return reconstruct(all.toArray());
  }

  private void assertFails(String part, int exitCode) {
    assertEquals(1, exitCode, out.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains(part), err.toString());
    assertTrue(err.toString().strip().endsWith("."), err.toString());
  }

  private NpzFile result(String name) {
    return new NpzFile(folder.resolve("out").resolve(name));
  }

  @Test
  void writesTheGoldenReconstructionOfAGoldenBatch() {
    assertEquals(0, reconstructGolden(Golden.path(CASE + "/io.npz")), err.toString());
    assertEquals("", err.toString());
    assertTrue(out.toString().contains("loss 0.9725"), out.toString());

    NpzFile written = result("io.npz");
    NpzFile golden = Golden.npz(CASE + "/io.npz");
    assertEquals(Set.of("image", "mask", "reconstruction", "loss"), Set.copyOf(written.names()));
    assertArrayEquals(golden.entry("x").floats(), written.entry("image").floats());
    assertArrayEquals(golden.entry("mask").bytes(), written.entry("mask").bytes());
    assertArrayEquals(golden.entry("mask").shape(), written.entry("mask").shape());
    float[] expected = golden.entry("x_rec").floats();
    assertArrayEquals(expected, written.entry("reconstruction").floats(), 1e-4f);
    double loss = Golden.json(CASE + "/case.json").get("loss").getAsDouble();
    assertEquals(loss, written.entry("loss").floats()[0], 1e-5);
  }

  @Test
  void writesAFigureAndTheNumbersOfAPicture() throws Exception {
    assertEquals(0, reconstructGolden(picture), err.toString());
    RgbImage figure = new ImageDecoder().decode(folder.resolve("out/photo.png"));
    assertEquals(5 * SIZE + 4 * 4, figure.width());
    assertEquals(SIZE, figure.height());
    assertArrayEquals(new int[] {3, SIZE, SIZE}, result("photo.npz").entry("image").shape());
    assertArrayEquals(new int[] {GRID, GRID}, result("photo.npz").entry("mask").shape());
    assertTrue(out.toString().contains("dB on hidden pixels"), out.toString());
  }

  @Test
  void theSeedDrawsTheMaskAndTheRatioItsSize() {
    byte[] first = maskAfter("--seed", 1);
    assertArrayEquals(first, maskAfter("--seed", 1));
    assertFalse(Arrays.equals(first, maskAfter("--seed", 2)));
    // ceil(9 * 0.6) squares of 8 x 8 patches, then ceil(36 * 0.25) of 4 x 4.
    assertEquals(6 * 64, hidden(first));
    assertEquals(9 * 16, hidden(maskAfter("--mask-patch-size", 16, "--mask-ratio", 0.25)));
  }

  private byte[] maskAfter(Object... options) {
    assertEquals(0, reconstructGolden(picture, options), err.toString());
    return result("photo.npz").entry("mask").bytes();
  }

  private static int hidden(byte[] mask) {
    int count = 0;
    for (byte value : mask) {
      count += value;
    }
    return count;
  }

  private Path mask(int rows, int columns, int hiddenAt, double value) throws Exception {
    double[] values = new double[rows * columns];
    values[hiddenAt] = value;
    return Files.write(
        folder.resolve("mask.npy"), NpyBytes.float64(new int[] {rows, columns}, values));
  }

  @Test
  void aMaskOfTheUsersHidesWhatItSays() throws Exception {
    byte[] mask = maskAfter("--mask", mask(GRID, GRID, 25, 1));
    assertEquals(1, hidden(mask));
    assertEquals(1, mask[25 * Long.BYTES]);
  }

  @Test
  void masksThatDoNotFitAreRefused() throws Exception {
    Path small = mask(12, 12, 0, 1);
    assertFails("needs [24, 24]", reconstructGolden(picture, "--mask", small));
  }

  @Test
  void masksWithOtherValuesAreRefused() throws Exception {
    Path half = mask(GRID, GRID, 0, 0.5);
    assertFails("0 and 1", reconstructGolden(picture, "--mask", half));
  }

  @Test
  void aMaskThatIsNotThereOrNoNumpyFileIsRefused() {
    assertFails("does not exist", reconstructGolden(picture, "--mask", folder.resolve("no.npy")));
    err.getBuffer().setLength(0);
    assertFails("NumPy", reconstructGolden(picture, "--mask", picture));
  }

  @Test
  void batchesOfOtherShapesAreRefused() {
    Path other = Golden.path("A_pretrain_swin_ape/io.npz");
    assertFails("must hold x [B,3,96,96]", reconstructGolden(other));
    err.getBuffer().setLength(0);
    Path without = Golden.path(CASE + "/grads.npz");
    assertFails("must hold x [B,3,96,96]", reconstructGolden(without));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    assertFails("gone.png", reconstructGolden(folder.resolve("gone.png")));
    err.getBuffer().setLength(0);
    Path notACheckpoint = picture;
    assertFails(
        "photo.png",
        reconstruct("--checkpoint", notACheckpoint, "--image", picture, "--out", folder));
  }

  @Test
  void theModelOfABareStateDictIsInferred() throws Exception {
    Path weights = Golden.path("B_traj_vit_fresh/init.pth");
    Path cfg = Golden.path("B_traj_vit_fresh/config.yaml");
    Path stated = folder.resolve("stated");
    int exitCode =
        reconstruct("--checkpoint", weights, "--cfg", cfg, "--image", picture, "--out", stated);
    assertEquals(0, exitCode, err.toString());
    Path inferred = folder.resolve("inferred");
    exitCode = reconstruct("--checkpoint", weights, "--image", picture, "--out", inferred);
    assertEquals(0, exitCode, err.toString());
    assertTrue(out.toString().contains("a vit of 64 pixels, which is taken"), out.toString());
    for (String file : stated.toFile().list()) {
      if (file.endsWith(".png")) {
        assertArrayEquals(
            Files.readAllBytes(stated.resolve(file)), Files.readAllBytes(inferred.resolve(file)));
      }
    }
  }

  @Test
  void whatTheTensorsDoNotTellMustBeGiven() throws Exception {
    Path weights = folder.resolve("few.pth");
    try (OutputStream to = Files.newOutputStream(weights)) {
      Map<String, Object> model =
          new LinkedHashMap<>(
              CheckpointFile.open(Golden.path("A_pretrain_vit_ape/ckpt_epoch_0.pth"))
                  .training()
                  .model());
      model.keySet().removeIf(name -> name.contains("relative_position"));
      TorchFile.write(to, model);
    }
    assertFails(
        "NUM_HEADS", reconstruct("--checkpoint", weights, "--image", picture, "--out", folder));
  }

  @Test
  void aConfigurationOfAnotherModelIsRefused() {
    Path weights = Golden.path("B_traj_vit_fresh/init.pth");
    Path cfg = Golden.path(CASE + "/config.yaml");
    int exitCode =
        reconstruct("--checkpoint", weights, "--cfg", cfg, "--image", picture, "--out", folder);
    assertFails("does not fit this model", exitCode);
  }

  @Test
  void aTargetThatNothingStatesIsEstimatedAndReconstructedAsSuch() throws Exception {
    ExperimentConfig config = BriefTraining.config(true);
    Map<String, Object> values = new LinkedHashMap<>(config.values().toNested());
    Map<Object, Object> model = new LinkedHashMap<>((Map<?, ?>) values.get("MODEL"));
    model.remove("SIMMIM");
    values.put("MODEL", model);
    Path silent = folder.resolve("silent.pth");
    try (TorchEngine engine = TorchEngine.start("cpu")) {
      engine.enterThread(true);
      write(silent, new BriefTraining(engine).trained(config, 150), values);
    }
    Path to = folder.resolve("out");
    assertEquals(
        0, reconstruct("--checkpoint", silent, "--image", picture, "--out", to), err.toString());
    String said = out.toString();
    assertTrue(said.startsWith("The target is not stated; normalised pixels by estimate: "), said);
    float[] estimated = result("photo.npz").entry("reconstruction").floats();
    Path cfg = Files.writeString(folder.resolve("c.yaml"), ConfigWriter.toMinimalYaml(config));
    out.getBuffer().setLength(0);
    reconstruct("--checkpoint", silent, "--cfg", cfg, "--image", picture, "--out", to);
    assertFalse(out.toString().contains("not stated"), out.toString());
    assertArrayEquals(estimated, result("photo.npz").entry("reconstruction").floats());
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(2, reconstruct("--image", picture, "--out", folder));
    assertEquals(2, reconstructGolden(picture, "--seed", "many"));
    assertEquals(2, reconstructGolden(picture, "--mask-rat", "0.5"));
  }

  private Path withChannels(int channels) throws Exception {
    ExperimentConfig config =
        new ConfigLoader()
            .parse(TinyModel.SWIN.pretraining(), folder, "tiny", Overrides.none())
            .orThrow()
            .with("MODEL.SWIN.IN_CHANS", channels);
    Path file = folder.resolve("channels.pth");
    try (TorchEngine engine = TorchEngine.start("cpu");
        var model = Models.simMim(engine, config, 0)) {
      write(file, StateDict.capture(model.parameters()), config.values().toNested());
    }
    return file;
  }

  private static void write(Path file, Map<String, Object> weights, Map<String, Object> config)
      throws Exception {
    new TrainingCheckpoint(
            weights, Map.of(), Map.of(), 0, 0, Map.of(), config, List.of(), Optional.empty())
        .write(file);
  }

  @Test
  void arraysOfFiveChannelsAreReconstructed() throws Exception {
    Path batch = folder.resolve("five.npz");
    int side = TinyModel.SIDE;
    try (TorchEngine engine = TorchEngine.start("cpu");
        OutputStream file = Files.newOutputStream(batch)) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      arrays.put("x", engine.manager().randomNormal(new Shape(2, 5, side, side)));
      arrays.put("mask", engine.manager().ones(new Shape(2, 16, 16), DataType.INT64));
      Npz.write(file, arrays);
    }
    Path five = withChannels(5);
    Path to = folder.resolve("out");
    assertEquals(
        0, reconstruct("--checkpoint", five, "--image", batch, "--out", to), err.toString());
    assertArrayEquals(
        new int[] {2, 5, side, side}, result("five.npz").entry("reconstruction").shape());
    assertFails("5", reconstruct("--checkpoint", five, "--image", picture, "--out", to));
  }

  @Test
  void aPictureIsReconstructedInGreyByAModelOfOneChannel() throws Exception {
    Path one = withChannels(1);
    Path to = folder.resolve("out");
    assertEquals(
        0, reconstruct("--checkpoint", one, "--image", picture, "--out", to), err.toString());
    int side = TinyModel.SIDE;
    assertArrayEquals(new int[] {1, side, side}, result("photo.npz").entry("image").shape());
  }
}
