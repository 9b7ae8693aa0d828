package io.simmim.core.train;

import io.simmim.core.checkpoint.TrainingCheckpoint;
import io.simmim.core.data.EpochLoader;
import io.simmim.core.fault.SimMimException;
import io.simmim.core.model.Network;
import io.simmim.core.optim.ParameterGroup;
import java.util.List;

/** Where pre-training and fine-tuning differ; all else is {@link TrainingLoop}. */
interface Stage extends AutoCloseable {

  Network network();

  List<ParameterGroup> parameterGroups();

  /** What the batches of {@link #epoch} come from. */
  EpochLoader<?> loader();

  /** Batches of {@code epoch} from {@code firstStep} on; the epoch before must be closed. */
  Examples epoch(int epoch, int firstStep);

  /** Called once when training begins anew, not when it resumes. */
  void begin() throws SimMimException;

  /**
   * Called once with what training resumes from, before any of it is taken.
   *
   * @throws SimMimException when it belongs to another training than this
   */
  void resume(TrainingCheckpoint from) throws SimMimException;

  /**
   * Called after the last step of an epoch, before it is saved.
   *
   * @return false when a stop cut it short, so that it must be done after the resume
   */
  boolean epochEnded(int epoch, long step) throws SimMimException, InterruptedException;

  /** Whether {@link #epochEnded} takes long. */
  boolean validates();

  /**
   * How good the weights are after the last epoch, the higher the better.
   *
   * @param meanLoss over the training batches of that epoch
   */
  double score(double meanLoss);

  /** Called when the weights after {@code step}, at the end of a run or epoch, are on disk. */
  void saved(int epoch, long step) throws SimMimException;

  /** Best validation accuracy so far in percent, 0 where there is none. */
  double maxAccuracy();

  /** Names of the classes by index, empty where there are none. */
  List<String> classes();

  @Override
  void close();
}
