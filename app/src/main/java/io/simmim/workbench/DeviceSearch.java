package io.simmim.workbench;

import io.simmim.workbench.experiment.Devices;
import io.simmim.workbench.experiment.LaunchViewModel;
import io.simmim.workbench.shell.ShellViewModel;
import io.simmim.workbench.start.StartViewModel;
import java.util.List;
import java.util.concurrent.Executor;

/** Finds what trainings can run on, which takes a moment, and tells those who show or use it. */
final class DeviceSearch implements Runnable {

  private final Executor toolkit;
  private final ShellViewModel shell;
  private final StartViewModel start;
  private final LaunchViewModel launch;

  DeviceSearch(
      Executor toolkit, ShellViewModel shell, StartViewModel start, LaunchViewModel launch) {
    this.toolkit = toolkit;
    this.shell = shell;
    this.start = start;
    this.launch = launch;
  }

  @Override
  public void run() {
    Devices found = Devices.find();
    toolkit.execute(() -> tell(found));
  }

  private void tell(Devices found) {
    List<String> names = found.names();
    shell.setDevice(found.words());
    start.setDevices(found);
    launch.devices().setAll(names);
    launch.deviceProperty().set(names.get(names.size() - 1));
  }
}
