package io.simmim.workbench;

import io.simmim.core.convert.Layout;
import io.simmim.core.fault.DataException;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.ConversionViewModel;
import io.simmim.workbench.checkpoint.Conversions;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Converts checkpoints by the command {@code convert}, in a process of its own. */
final class ConversionDesk {

  private static final String FILES = "convert";

  private final Executor background;
  private final Executor toolkit;
  private final Launcher launcher;
  private final Dialogs dialogs;
  private final Consumer<Notice> tell;
  private final ConversionViewModel model;

  ConversionDesk(
      Executor background,
      Executor toolkit,
      Launcher launcher,
      Dialogs dialogs,
      Consumer<Notice> tell,
      ConversionViewModel model) {
    this.background = background;
    this.toolkit = toolkit;
    this.launcher = launcher;
    this.dialogs = dialogs;
    this.tell = tell;
    this.model = model;
  }

  /** Asks where to, and converts. */
  void convert(Inspection inspection, Layout layout) {
    Path source = inspection.file().path();
    String stem = String.valueOf(source.getFileName()).replaceFirst("\\.\\w+$", "");
    String proposal = Conversions.proposal(layout, stem);
    Optional<Path> place =
        layout == Layout.HF
            ? dialogs
                .folder("Where to write the folder " + proposal, source.getParent())
                .map(parent -> parent.resolve(proposal))
            : dialogs.save("Convert to", proposal, source.getParent());
    place.ifPresent(out -> convert(source, out, layout));
  }

  /** Converts; the dialog for the file has asked about overwriting already. */
  void convert(Path source, Path out, Layout layout) {
    List<String> words =
        layout == Layout.HF
            ? List.of("convert", source.toString(), out.toString(), "--to", layout.toString())
            : List.of(
                "convert", source.toString(), out.toString(), "--to", layout.toString(), "--force");
    Errand errand = new Errand();
    model.begin("Converting " + source.getFileName() + "…", errand::stop);
    background.execute(() -> run(errand, words, out));
  }

  private void run(Errand errand, List<String> words, Path out) {
    Notice notice = notice(errand, words, out);
    toolkit.execute(
        () -> {
          if (!errand.isStopped()) {
            model.end();
            tell.accept(notice);
          }
        });
  }

  private Notice notice(Errand errand, List<String> words, Path out) {
    try {
      Path prints = Files.createTempDirectory("simmim-convert");
      Optional<LaunchFailure> failure = launcher.run(errand, words, prints, FILES);
      String said = Files.readString(prints.resolve(FILES + ".out")).strip();
      for (String ending : List.of(".out", ".err")) {
        Files.deleteIfExists(prints.resolve(FILES + ending));
      }
      Files.deleteIfExists(prints);
      return failure
          .map(f -> Notice.failed(f.sentence(), f.details()))
          .orElseGet(() -> new Notice(Notice.Kind.DONE, "Converted to " + out + ".", said));
    } catch (DataException e) {
      return Notice.failed(e.getMessage(), String.valueOf(e.getCause()));
    } catch (IOException e) {
      return Notice.failed(
          "The system's folder for temporary files cannot be used; make room there.", e.toString());
    }
  }
}
