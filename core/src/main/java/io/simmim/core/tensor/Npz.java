package io.simmim.core.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.simmim.core.fault.DataException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** NumPy's {@code .npz} and {@code .npy} files. */
public final class Npz {

  private Npz() {}

  /**
   * The arrays of a file by name ({@code arr_0} for the one of an {@code .npy}), on the manager's
   * device.
   *
   * @throws DataException when the file is missing or not a NumPy file
   */
  public static Map<String, NDArray> read(NDManager manager, Path file) throws DataException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Map<String, NDArray> arrays = new LinkedHashMap<>();
      NDList list = NDList.decode(manager, in);
      for (int i = 0; i < list.size(); i++) {
        String name = list.get(i).getName();
        arrays.put(name == null ? "arr_" + i : name, list.get(i));
      }
      return arrays;
    } catch (NoSuchFileException e) {
      throw new DataException("File '" + file + "' does not exist.", e);
    } catch (IOException | RuntimeException e) {
      throw new DataException(
          "File '"
              + file
              + "' cannot be read as a NumPy .npz or .npy file; save it with numpy.savez.",
          e);
    }
  }

  /** Writes arrays under their names, compressed. */
  public static void write(OutputStream out, Map<String, NDArray> arrays) throws IOException {
    NDList list = new NDList();
    arrays.forEach(
        (name, array) -> {
          array.setName(name);
          list.add(array);
        });
    OutputStream buffered = new BufferedOutputStream(out);
    list.encode(buffered, NDList.Encoding.NPZ);
    buffered.flush();
  }
}
