package io.simmim.core.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The zip that {@code torch.save} writes since PyTorch 1.6. Entries are mapped, not copied, and
 * found through the central directory, since PyTorch writes stored entries with data descriptors
 * that a streaming reader cannot skip.
 */
final class TorchArchive {

  private static final int MAX_DIRECTORY = 4 << 20;

  private final MappedFile file;
  private final Checksums checksums;
  private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

  private TorchArchive(MappedFile file, List<ZipArchiveEntry> listed, Checksums checksums)
      throws FormatException {
    this.file = file;
    this.checksums = checksums;
    for (ZipArchiveEntry entry : listed) {
      if (entries.put(withoutRoot(entry.getName()), entry) != null) {
        throw new FormatException("it has two parts named " + entry.getName());
      }
    }
  }

  /**
   * The tree in {@code data.pkl}.
   *
   * @param checksums takes those of the storages, which are not looked at here
   */
  static Object read(MappedFile file, Checksums checksums) throws IOException, FormatException {
    TorchArchive archive = open(file, checksums);
    archive.requireTree();
    archive.requireLittleEndian();
    StepBudget budget = new StepBudget(file.size());
    var constructors = new TorchConstructors(archive::storage, budget);
    PickleInput pickle = new PickleInput(archive.entry("data.pkl"));
    return new PickleMachine(pickle, constructors, budget).run();
  }

  private static TorchArchive open(MappedFile file, Checksums checksums)
      throws IOException, FormatException {
    try (ZipFile zip = directory(file)) {
      List<ZipArchiveEntry> listed = Collections.list(zip.getEntries());
      for (ZipArchiveEntry entry : listed) {
        check(file, entry);
      }
      requireApart(listed);
      return new TorchArchive(file, listed, checksums);
    }
  }

  private static ZipFile directory(MappedFile file) throws FormatException {
    FrugalChannel channel = new FrugalChannel(file, MAX_DIRECTORY);
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).get();
    } catch (IOException e) {
      throw new FormatException(
          channel.exhausted()
              ? "its table of contents is longer than that of any checkpoint"
              : "its table of contents is damaged or missing");
    }
  }

  private static void check(MappedFile file, ZipArchiveEntry entry)
      throws IOException, FormatException {
    String name = entry.getName();
    if (name.startsWith("/") || List.of(name.split("[/\\\\]")).contains("..")) {
      throw new FormatException("it has a part outside itself, " + name);
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw new FormatException("its part " + name + " is encrypted");
    }
    LocalHeader.check(file, entry);
  }

  private static void requireApart(List<ZipArchiveEntry> listed) throws FormatException {
    List<ZipArchiveEntry> ordered = new ArrayList<>(listed);
    ordered.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
    long end = 0;
    for (ZipArchiveEntry entry : ordered) {
      if (entry.getLocalHeaderOffset() < end) {
        throw new FormatException("its part " + entry.getName() + " overlaps another");
      }
      end = entry.getDataOffset() + Math.max(0, entry.getCompressedSize());
    }
  }

  // The first folder's name is the file's stem at the time of writing and means nothing.
  private static String withoutRoot(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  private void requireTree() throws FormatException {
    if (entries.containsKey("constants.pkl")) {
      throw FormatException.unusable("it is a TorchScript program; save its state_dict instead");
    }
    if (entries.keySet().stream().anyMatch(name -> name.endsWith(".npy"))) {
      throw FormatException.unusable("it holds arrays of numpy; save them with torch.save");
    }
  }

  private void requireLittleEndian() throws FormatException {
    String order = "little";
    if (entries.containsKey("byteorder")) {
      order = StandardCharsets.ISO_8859_1.decode(entry("byteorder")).toString();
    }
    if (!order.strip().equals("little")) {
      throw FormatException.unusable("a big-endian computer wrote it; save it on another");
    }
  }

  /** A part that is read at once, checked against its checksum. */
  private ByteBuffer entry(String name) throws FormatException {
    ByteBuffer bytes = region(name).slice(0, entries.get(name).getSize());
    if (Checksums.of(bytes) != entries.get(name).getCrc()) {
      throw new FormatException("the checksum of its part " + name + " is wrong");
    }
    return bytes;
  }

  private Region storage(String key) throws FormatException {
    String name = "data/" + key;
    Region storage = region(name);
    checksums.add(name, storage, entries.get(name).getCrc());
    return storage;
  }

  private Region region(String name) throws FormatException {
    ZipArchiveEntry entry = entries.get(name);
    if (entry == null) {
      throw new FormatException("its part " + name + " is missing");
    }
    if (entry.getMethod() != ZipArchiveEntry.STORED) {
      throw new FormatException("its part " + name + " is compressed");
    }
    if (entry.getSize() != entry.getCompressedSize()) {
      throw new FormatException("its part " + name + " has two sizes");
    }
    return new Region(file, 0, file.size()).part(entry.getDataOffset(), entry.getSize());
  }
}
