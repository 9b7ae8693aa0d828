package io.simmim.workbench.experiment;

import io.simmim.workbench.launch.RunStage;
import java.nio.file.Path;

/**
 * What decides how long a training takes and how much room it needs.
 *
 * @param yaml the whole configuration
 * @param data folder of images
 * @param images how many are trained on
 * @param device {@code cpu} or {@code cuda:N}
 */
public record EstimateOrder(RunStage stage, String yaml, Path data, int images, String device) {}
