package io.simmim.workbench;

import io.simmim.core.convert.Layout;
import io.simmim.core.inspect.Inspection;
import io.simmim.workbench.checkpoint.ConversionViewModel;
import io.simmim.workbench.checkpoint.Conversions;
import io.simmim.workbench.launch.Errand;
import io.simmim.workbench.launch.ErrandWork;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.LaunchFailure;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Converts checkpoints by the command {@code convert}, in a process of its own. */
final class ConversionDesk {

  private final Errands errands;
  private final Dialogs dialogs;
  private final Consumer<Notice> tell;
  private final ConversionViewModel model;

  ConversionDesk(
      Errands errands, Dialogs dialogs, Consumer<Notice> tell, ConversionViewModel model) {
    this.errands = errands;
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
    errands.start(
        errand,
        new Converting(words, out),
        notice -> {
          model.end();
          tell.accept(notice);
        });
  }

  private record Converting(List<String> words, Path out) implements ErrandWork<Notice> {

    @Override
    public List<String> arguments(Path scratch) {
      return words;
    }

    @Override
    public Notice ended(Path printed, Optional<LaunchFailure> failure) throws IOException {
      String said = Files.readString(printed).strip();
      return failure
          .map(this::failed)
          .orElseGet(() -> new Notice(Notice.Kind.DONE, "Converted to " + out + ".", said));
    }

    @Override
    public Notice failed(LaunchFailure failure) {
      return Notice.failed(failure.sentence(), failure.details());
    }
  }
}
