package io.simmim.core.cli;

import io.simmim.core.run.Estimate;
import java.util.LinkedHashMap;
import java.util.Map;

/** An estimate as JSON with snake_case keys; seconds, MiB and bytes. */
final class EstimateJson {

  private EstimateJson() {}

  static Map<String, Object> tree(Estimate estimate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", "estimate");
    tree.put("stage", estimate.stage());
    tree.put("device", estimate.device());
    tree.put("images", estimate.images());
    tree.put("parameters", estimate.parameters());
    tree.put("batch_size", estimate.batchSize());
    tree.put("steps_per_epoch", estimate.stepsPerEpoch());
    tree.put("steps", steps(estimate.steps()));
    tree.put("duration", duration(estimate.duration()));
    tree.put("memory", memory(estimate.memory()));
    tree.put("disk", disk(estimate.disk()));
    tree.put("remarks", estimate.remarks());
    return tree;
  }

  private static Map<String, Object> steps(Estimate.Steps steps) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("measured", steps.measured());
    tree.put("median_seconds", steps.medianSeconds());
    tree.put("min_seconds", steps.minSeconds());
    tree.put("max_seconds", steps.maxSeconds());
    tree.put("images_per_second", steps.imagesPerSecond());
    tree.put("waiting_share", steps.waitingShare());
    return tree;
  }

  private static Map<String, Object> duration(Estimate.Duration duration) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("epochs", duration.epochs());
    tree.put("start", duration.start());
    tree.put("first_epoch", duration.firstEpoch());
    tree.put("later_epoch", duration.laterEpoch());
    tree.put("first_evaluation", duration.firstEvaluation());
    tree.put("later_evaluation", duration.laterEvaluation());
    tree.put("save", duration.save());
    tree.put("saves", duration.saves());
    tree.put("whole_run", duration.wholeRun());
    return tree;
  }

  private static Map<String, Object> memory(Estimate.Memory memory) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("measured_mb", memory.measuredMb());
    tree.put("images_mb", memory.imagesMb());
    tree.put("heap_mb", memory.heapMb());
    tree.put("expected_mb", memory.expectedMb());
    tree.put("total_mb", memory.totalMb());
    return tree;
  }

  private static Map<String, Object> disk(Estimate.Disk disk) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("checkpoint_bytes", disk.checkpointBytes());
    tree.put("checkpoints", disk.checkpoints());
    tree.put("bytes", disk.bytes());
    tree.put("free_bytes", disk.freeBytes());
    tree.put("fits", disk.fits());
    return tree;
  }
}
