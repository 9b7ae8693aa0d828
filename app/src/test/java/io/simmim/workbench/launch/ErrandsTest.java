package io.simmim.workbench.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.simmim.core.process.JavaProgram;
import io.simmim.workbench.fx.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ErrandsTest {

  private final List<String> told = new ArrayList<>();
  private final Launcher launcher =
      new Launcher(
          new JavaProgram(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              List.of(),
              System.getProperty("java.class.path"),
              Command.class.getName()));

  /** Stands in for a command: says what is in a file, or fails, or goes on for ever. */
  public static final class Command {
    public static void main(String[] args) throws Exception {
      switch (args[0]) {
        case "say" -> System.out.println(Files.readString(Path.of(args[1])));
        case "fail" -> {
          System.err.println("There is no such picture.");
          System.exit(1);
        }
        default -> {
          System.out.println("working");
          Thread.sleep(Long.MAX_VALUE);
        }
      }
    }
  }

  /** Comes to what the command said, or why it failed. */
  private static class Saying implements ErrandWork<String> {

    private final String command;
    private Path scratch = Path.of("");

    Saying(String command) {
      this.command = command;
    }

    @Override
    public List<String> arguments(Path folder) throws IOException {
      scratch = folder;
      Path text = Files.writeString(folder.resolve("text"), "hello");
      return List.of(command, text.toString());
    }

    @Override
    public String ended(Path printed, Optional<LaunchFailure> failure) throws IOException {
      return failure.isPresent() ? failed(failure.get()) : Files.readString(printed).strip();
    }

    @Override
    public String failed(LaunchFailure failure) {
      return failure.sentence();
    }
  }

  @Test
  void whatTheCommandMadeIsToldAndItsFolderIsGone() {
    Saying work = new Saying("say");
    here().start(work, told::add);
    assertEquals(List.of("hello"), told);
    assertFalse(Files.exists(work.scratch));
  }

  @Test
  void aFailureIsToldInTheWordsOfTheCommand() {
    Saying work = new Saying("fail");
    here().start(work, told::add);
    assertEquals(List.of("There is no such picture."), told);
    assertFalse(Files.exists(work.scratch));
  }

  @Test
  void aCommandThatCannotBeStartedIsAFailure() {
    JavaProgram none = new JavaProgram(Path.of("no-such-java"), List.of(), "", "no.Main");
    new Errands(Runnable::run, Runnable::run, new Launcher(none))
        .start(
            new Saying("say") {
              @Override
              public String failed(LaunchFailure failure) {
                return "failed";
              }
            },
            told::add);
    assertEquals(1, told.size());
  }

  @Test
  void oneThatIsStoppedEndsItsProcessAndTellsNothing() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Saying work =
        new Saying("for-ever") {
          @Override
          public void underWay(Path printed, Executor toolkit) {
            toolkit.execute(begun::countDown);
          }
        };
    Executor background =
        task ->
            Workers.threadPerTask("errand")
                .execute(
                    () -> {
                      task.run();
                      ended.countDown();
                    });
    Runnable stop = new Errands(background, Runnable::run, launcher).start(work, told::add);
    begun.await();
    stop.run();
    ended.await();
    assertTrue(told.isEmpty(), told.toString());
    assertFalse(Files.exists(work.scratch));
  }

  @Test
  void oneThatWasStoppedBeforeItBeganTellsNothing() {
    Errand errand = new Errand();
    errand.stop();
    here().start(errand, new Saying("for-ever"), told::add);
    assertTrue(told.isEmpty(), told.toString());
  }

  private Errands here() {
    return new Errands(Runnable::run, Runnable::run, launcher);
  }
}
