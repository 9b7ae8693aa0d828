package io.simmim.workbench;

import io.simmim.workbench.doctor.DoctorProcess;
import io.simmim.workbench.doctor.DoctorSheet;
import io.simmim.workbench.doctor.DoctorViewModel;
import io.simmim.workbench.launch.Errands;
import io.simmim.workbench.shell.Dialogs;
import io.simmim.workbench.shell.Layer;
import io.simmim.workbench.shell.Notice;
import io.simmim.workbench.shell.ShellViewModel;

/** What trainings can compute with: the sheet over the pages, and the process that finds it out. */
final class DoctorDesk {

  private final Dialogs dialogs;
  private final ShellViewModel shell;
  private final DoctorViewModel model;

  DoctorDesk(Errands errands, Dialogs dialogs, ShellViewModel shell) {
    this.dialogs = dialogs;
    this.shell = shell;
    model = new DoctorViewModel(new DoctorProcess(errands));
  }

  DoctorViewModel model() {
    return model;
  }

  void open() {
    model.openProperty().set(true);
  }

  Layer layer() {
    return new Layer(model.openProperty(), () -> new DoctorSheet(model, this::copy));
  }

  void close() {
    model.openProperty().set(false);
  }

  private void copy() {
    dialogs.copy(model.text());
    shell.tell(Notice.done("All findings are on the clipboard."));
  }
}
