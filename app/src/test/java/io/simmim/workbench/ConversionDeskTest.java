package io.simmim.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.convert.Layout;
import io.simmim.core.inspect.Inspection;
import io.simmim.core.inspect.Kind;
import io.simmim.core.process.JavaProgram;
import io.simmim.core.weights.NameScheme;
import io.simmim.workbench.checkpoint.ConversionViewModel;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.launch.Launcher;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.testing.SmallCheckpoints;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionDeskTest {

  @TempDir Path folder;

  private final List<Notice> told = new ArrayList<>();
  private final ConversionViewModel model = new ConversionViewModel();
  private final ConversionDesk desk =
      new ConversionDesk(
          new Errands(Runnable::run, Runnable::run, new Launcher(JavaProgram.training())),
          new Dialogs(null),
          told::add,
          model);

  @Test
  void aCheckpointIsWrittenInAnotherLayoutAndTheWayBackOpens() throws Exception {
    Path source = SmallCheckpoints.pretraining(folder.resolve("a.pth"), 3);
    Path out = folder.resolve("a__hf");
    desk.convert(source, out, Layout.HF);
    assertEquals(Notice.Kind.DONE, told.get(0).kind(), told.toString());
    assertTrue(told.get(0).sentence().contains(out.toString()), told.toString());
    Inspection converted = Inspection.of(out);
    assertEquals(Kind.PRETRAINING, converted.kind());
    assertEquals(NameScheme.HUGGING_FACE, converted.official().scheme());
    assertEquals("", model.underWayProperty().get());
  }

  @Test
  void whatCannotBeConvertedIsASentence() throws Exception {
    Path source = Files.writeString(folder.resolve("a.pth"), "no checkpoint");
    desk.convert(source, folder.resolve("b.pth"), Layout.OFFICIAL);
    assertEquals(Notice.Kind.FAILED, told.get(0).kind());
    assertTrue(told.get(0).sentence().contains("a.pth"), told.toString());
  }
}
