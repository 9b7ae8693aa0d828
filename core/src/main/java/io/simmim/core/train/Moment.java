package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint.EpochSums;
import io.simmim.core.checkpoint.TrainingCheckpoint.Origin;
import io.simmim.core.checkpoint.TrainingCheckpoint.Position;
import java.util.List;
import java.util.Optional;

/**
 * What a checkpoint holds beside the state of network and optimizer.
 *
 * @param next the batch that training would go on with
 * @param sums over the epoch of that batch
 * @param maxAccuracy best validation accuracy so far in percent
 * @param classes their names by index, empty where there are none
 */
record Moment(
    Position next,
    EpochSums sums,
    Optional<Origin> origin,
    double maxAccuracy,
    List<String> classes) {}
