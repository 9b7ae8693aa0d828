package io.simmim.workbench.runs;

import io.simmim.core.run.RunFolder;
import io.simmim.core.run.RunNotes;
import io.simmim.workbench.shell.RunsMemory;
import java.util.function.UnaryOperator;

/** What the table of runs asks for; done elsewhere. */
public interface TableDesk {

  /** Asks for another folder of runs. */
  void chooseWorkspace();

  /** Asks for an official log, and makes a run of it. */
  void importLog();

  /** Asks for a folder, and makes a run of each official log in it. */
  void importFolder();

  /** Writes down what people say about a run. */
  void annotate(RunFolder run, RunNotes notes);

  /** What was remembered of the table. */
  RunsMemory memory();

  /** Remembers something else. */
  void remember(UnaryOperator<RunsMemory> change);
}
