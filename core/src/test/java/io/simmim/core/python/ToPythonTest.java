package io.simmim.core.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.simmim.core.checkpoint.SafetensorsWriter;
import io.simmim.core.checkpoint.SavedFile;
import io.simmim.core.checkpoint.TensorData;
import io.simmim.core.checkpoint.TorchFile;
import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.config.ConfigLoader;
import io.simmim.core.config.ExperimentConfig;
import io.simmim.core.config.Overrides;
import io.simmim.core.model.Models;
import io.simmim.core.model.Pass;
import io.simmim.core.model.SimMim;
import io.simmim.core.model.StateDict;
import io.simmim.core.optim.Optimizer;
import io.simmim.core.optim.ParameterGroups;
import io.simmim.core.tensor.Autograd;
import io.simmim.core.tensor.Scope;
import io.simmim.core.tensor.TorchEngine;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What we write, PyTorch reads without trusting it: the pre-training of Swin-Base after one step,
 * with the optimizer's state, about 1 GB.
 */
@Tag("python")
class ToPythonTest {

  private static final Path CONFIG =
      Path.of("../configs/swin_base__100ep/simmim_pretrain__swin_base__img192_window6__100ep.yaml");

  @TempDir private static Path folder;
  private static PythonInterpreter python;
  private static Path written;
  private static Map<String, Object> weights;
  private static Set<String> expected;

  @BeforeAll
  static void write() throws Exception {
    python = PythonInterpreter.find();
    written = folder.resolve("ckpt_epoch_0.pth");
    ExperimentConfig config = new ConfigLoader().load(CONFIG, Overrides.none()).orThrow();
    try (TorchEngine engine = TorchEngine.start("cpu");
        SimMim model = Models.simMim(engine, config, 0);
        Optimizer optimizer = optimizer(engine, model, config)) {
      List<Double> lr = Collections.nCopies(optimizer.groups().size(), 1e-3);
      step(engine, model, optimizer, lr);
      weights = StateDict.capture(model.parameters());
      Map<String, Object> moments = optimizer.capture(lr, lr);
      checkpoint(weights, moments, config).write(written);
      expected = Digests.of("model/", weights);
      expected.addAll(Digests.of("optimizer/state/", (Map<?, ?>) moments.get("state")));
    }
  }

  private static Optimizer optimizer(TorchEngine engine, SimMim model, ExperimentConfig config) {
    return Optimizer.of(
        engine,
        model.parameters(),
        ParameterGroups.pretraining(model, config.train().weightDecay()),
        config.train().optimizer());
  }

  private static void step(TorchEngine engine, SimMim model, Optimizer optimizer, List<Double> lr) {
    engine.enterThread(true);
    try (Scope scope = Scope.open()) {
      NDArray x = engine.manager().randomNormal(new Shape(1, 3, 192, 192));
      NDArray mask = engine.manager().ones(new Shape(1, 48, 48));
      Autograd.backward(model.forward(x, mask, Pass.INFERENCE).loss());
      optimizer.step(lr);
    }
  }

  private static TrainingCheckpoint checkpoint(
      Map<String, Object> weights, Map<String, Object> optimizer, ExperimentConfig config) {
    return new TrainingCheckpoint(
        weights,
        optimizer,
        Map.of("num_updates", 1L),
        0,
        0,
        Map.of(),
        config.values().toNested(),
        List.of(),
        Optional.empty());
  }

  private static Set<String> tensors(List<String> printed) {
    return printed.stream()
        .filter(line -> line.chars().filter(c -> c == '|').count() == 3)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void weightsOnlyLoadingFindsEveryValueAndWhatItSavesAgainIsReadBack() throws Exception {
    Path zip = folder.resolve("again.pth");
    Path legacy = folder.resolve("legacy.pth");
    List<String> printed = python.run("read_file.py", written, zip, legacy);
    assertEquals(expected, tensors(printed));
    assertTrue(printed.contains("epoch|0"), "the epoch stands beside the tensors");
    assertTrue(printed.contains("config/MODEL/SWIN/EMBED_DIM|128"), "and the configuration");
    for (Path again : List.of(zip, legacy)) {
      assertEquals(expected, Digests.of("", (Map<?, ?>) SavedFile.read(again).root()));
    }
  }

  @Test
  void weightsAloneAreLoadedByAnyVersion() throws Exception {
    Path file = folder.resolve("weights.pth");
    try (OutputStream out = Files.newOutputStream(file)) {
      TorchFile.write(out, Map.of("model", weights));
    }
    assertEquals(Digests.of("model/", weights), tensors(python.run("read_file.py", file)));
  }

  @Test
  void safetensorsAreLoadedByTheirOwnLibrary() throws Exception {
    assumeTrue(python.has("safetensors"), "this Python lacks the package safetensors");
    Path file = folder.resolve("model.safetensors");
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    weights.forEach((name, value) -> tensors.put(name, (TensorData) value));
    SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
    assertEquals(Digests.of("model/", weights), tensors(python.run("read_file.py", file)));
  }
}
