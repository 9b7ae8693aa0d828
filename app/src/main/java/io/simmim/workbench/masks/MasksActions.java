package io.simmim.workbench.masks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the page asks for with dialogs, clipboard and files. */
public interface MasksActions {

  /**
   * Checkpoints to choose from.
   *
   * @param recent the last ones opened, newest first
   * @param ofRuns the newest one of each pre-training, newest run first
   * @param demo the one that comes with the program, if it does
   */
  record Checkpoints(List<Path> recent, List<Path> ofRuns, Optional<Path> demo) {

    /** Each file once, where it is named first: as the demo, as a recent one, as that of a run. */
    public Checkpoints distinct() {
      Set<Path> named = new HashSet<>();
      demo.ifPresent(file -> named.add(itself(file)));
      return new Checkpoints(unnamed(recent, named), unnamed(ofRuns, named), demo);
    }

    List<Path> all() {
      return Stream.of(demo.stream(), recent.stream(), ofRuns.stream())
          .flatMap(files -> files)
          .toList();
    }

    private static List<Path> unnamed(List<Path> files, Set<Path> named) {
      return files.stream().filter(file -> named.add(itself(file))).toList();
    }

    private static Path itself(Path file) {
      try {
        return file.toRealPath();
      } catch (IOException e) {
        // Gone, or its folder cannot be looked into: then its name must tell it from others.
        return file.toAbsolutePath().normalize();
      }
    }
  }

  void openPicture();

  /** Takes the picture, or the picture file, on the clipboard. */
  void paste();

  /** Takes a picture file, or a checkpoint, that was dropped while the page is open. */
  void take(Path file);

  /** Asks for a file. */
  void openCheckpoint(ModelSlot slot);

  void useCheckpoint(ModelSlot slot, Path file);

  /** Looks for checkpoints in the background. */
  void findCheckpoints(Consumer<Checkpoints> receiver);

  /**
   * Writes what is on display.
   *
   * @param divider its place, 0 to 1
   */
  void exportView(double divider);

  /** Writes the picture at all ratios of the film strip, one below the other. */
  void exportFigure();
}
