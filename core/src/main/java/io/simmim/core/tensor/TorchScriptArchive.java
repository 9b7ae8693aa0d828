package io.simmim.core.tensor;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes the smallest zip that {@code torch.jit.load} accepts: one module class without parameters.
 * The layout is that of PyTorch's {@code torch/csrc/jit/serialization}: {@code data.pkl} builds the
 * module, {@code code/__torch__.py} holds its methods.
 */
final class TorchScriptArchive {

  // protocol 2: class reference, empty tuple, NEWOBJ, {'training': False}, BUILD, STOP
  private static final String MODULE_PICKLE =
      "\u0080\u0002c__torch__\n%s\n)\u0081}X\u0008\u0000\u0000\u0000training\u0089sb.";
  private static final String EMPTY_TUPLE_PICKLE = "\u0080\u0002).";

  private TorchScriptArchive() {}

  /**
   * The archive of one class.
   *
   * @param className the module's class name
   * @param resource its TorchScript source, beside this class
   */
  static byte[] of(String className, String resource) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      put(zip, "data.pkl", latin1(String.format(MODULE_PICKLE, className)));
      put(zip, "code/__torch__.py", source(resource));
      put(zip, "constants.pkl", latin1(EMPTY_TUPLE_PICKLE));
      put(zip, "version", latin1("3\n"));
    }
    return bytes.toByteArray();
  }

  private static byte[] source(String resource) throws IOException {
    try (InputStream in = TorchScriptArchive.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return in.readAllBytes();
    }
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry("ops/" + name);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
  }
}
