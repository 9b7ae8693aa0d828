package io.simmim.core.data;

import io.simmim.core.fault.DataException;
import java.nio.file.Path;

/**
 * The eyes of a training: what becomes of each picture of a data set before the network sees it.
 */
public interface Sight {

  /**
   * Follows a picture through an epoch, with the random numbers that a training with the same
   * configuration has for it.
   *
   * @param file one of the data set's
   * @param epoch from 0
   * @throws DataException when the picture cannot be read
   */
  SeenPicture look(Path file, int epoch) throws DataException;
}
