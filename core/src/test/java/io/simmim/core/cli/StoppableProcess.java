package io.simmim.core.cli;

/** A process that stops when it is told to, or, with an argument, only says that it was told. */
final class StoppableProcess {

  private StoppableProcess() {}

  public static void main(String[] arguments) throws Exception {
    StopSignal stop = StopSignal.catching(System.err, StopSignal.STEP_FIRST);
    System.out.println("ready");
    while (!stop.getAsBoolean()) {
      Thread.onSpinWait();
    }
    System.out.println("told");
    if (arguments.length > 0) {
      System.in.read();
    }
    System.out.println("saved");
    System.exit(ExitCode.STOPPED_BY_USER);
  }
}
