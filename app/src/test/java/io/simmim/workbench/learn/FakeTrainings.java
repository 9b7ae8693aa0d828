package io.simmim.workbench.learn;

import io.simmim.core.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes what is asked of it, and lets the test answer. */
final class FakeTrainings implements Trainings {

  final List<Order> orders = new ArrayList<>();
  final List<RunFolder> stopped = new ArrayList<>();
  Consumer<Double> drawing;
  Consumer<RunFolder> launched;
  Consumer<String> failed;
  int givenUp;

  @Override
  public void start(
      Order order, Consumer<Double> draws, Consumer<RunFolder> starts, Consumer<String> fails) {
    orders.add(order);
    drawing = draws;
    launched = starts;
    failed = fails;
  }

  @Override
  public void giveUp() {
    givenUp++;
  }

  @Override
  public void stop(RunFolder run) {
    stopped.add(run);
  }
}
